package dev.lambic.maven;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Loads the project's classes for one run of a goal, apart from Maven's and from those of other modules. In this order:
 *
 * <ol>
 *   <li>the JDK;
 *   <li>Lambic itself, from the plugin: a project's migrations then implement the very interfaces that the plugin calls,
 *       whatever version of the runtime is on the project's class path;
 *   <li>the project's class path, in its order;
 *   <li>what else the plugin has: a JDBC driver may be a dependency of the plugin alone.
 * </ol>
 */
final class ProjectClassLoader extends URLClassLoader {
  private static final String LAMBIC = "dev.lambic.";

  private final ClassLoader plugin;

  private ProjectClassLoader(URL[] classPath, ClassLoader plugin) {
    super(classPath, new JdkAndLambic(plugin));
    this.plugin = plugin;
  }

  /** Makes a loader over a class path, falling back to the plugin's loader. */
  static ProjectClassLoader over(List<Path> classPath, ClassLoader plugin) {
    return new ProjectClassLoader(
        classPath.stream().map(ProjectClassLoader::url).toArray(URL[]::new), plugin);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every path has a URL", e);
    }
  }

  /** Runs something with this loader as the thread's context class loader. */
  void asContextOf(Runnable body) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      body.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Ends the use of the loader: its drivers must not outlive it. */
  @Override
  public void close() throws IOException {
    removeDrivers();
    super.close();
  }

  private void removeDrivers() throws IOException {
    String name = DriverRemoval.class.getName();
    try (InputStream in =
        DriverRemoval.class.getResourceAsStream(DriverRemoval.class.getSimpleName() + ".class")) {
      byte[] code = Objects.requireNonNull(in, name).readAllBytes();
      Class<?> own = defineClass(name, code, 0, code.length);
      ((Runnable) own.getConstructor().newInstance()).run();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the class has such a constructor", e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      return super.findClass(name);
    } catch (ClassNotFoundException e) {
      return plugin.loadClass(name);
    }
  }

  @Override
  public @Nullable URL findResource(String name) {
    URL own = super.findResource(name);
    return own == null ? plugin.getResource(name) : own;
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    Map<String, URL> found = new LinkedHashMap<>();
    Collections.list(super.findResources(name))
        .forEach(url -> found.put(url.toExternalForm(), url));
    Collections.list(plugin.getResources(name))
        .forEach(url -> found.putIfAbsent(url.toExternalForm(), url));
    return Collections.enumeration(found.values());
  }

  /** Lets the JDK and Lambic through, and nothing else that the plugin or Maven sees. */
  private static final class JdkAndLambic extends ClassLoader {
    private final ClassLoader plugin;

    JdkAndLambic(ClassLoader plugin) {
      super(ClassLoader.getPlatformClassLoader());
      this.plugin = plugin;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(LAMBIC)) {
        return plugin.loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
