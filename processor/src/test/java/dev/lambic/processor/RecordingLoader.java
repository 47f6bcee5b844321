package dev.lambic.processor;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loads classes from a directory, and remembers which. */
final class RecordingLoader extends URLClassLoader {
  private final List<String> loaded = new ArrayList<>();

  RecordingLoader(Path directory) throws IOException {
    super(new URL[] {directory.toUri().toURL()}, RecordingLoader.class.getClassLoader());
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
