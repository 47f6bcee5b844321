package dev.lambic.processor;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loads classes from directories, and remembers which. */
final class RecordingLoader extends URLClassLoader {
  private final List<String> loaded = new ArrayList<>();

  RecordingLoader(Path directory, Path... others) throws IOException {
    super(urls(directory, others), RecordingLoader.class.getClassLoader());
  }

  private static URL[] urls(Path directory, Path... others) throws MalformedURLException {
    URL[] urls = new URL[others.length + 1];
    urls[0] = directory.toUri().toURL();
    for (int i = 0; i < others.length; i++) {
      urls[i + 1] = others[i].toUri().toURL();
    }
    return urls;
  }

  List<String> loaded() {
    return loaded;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    Class<?> found = super.findClass(name);
    loaded.add(name);
    return found;
  }
}
