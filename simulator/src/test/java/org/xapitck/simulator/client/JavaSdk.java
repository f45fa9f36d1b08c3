package org.xapitck.simulator.client;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One Java SDK from its unmodified jar, behind a class loader of its own: the SDKs have the same
 * package names, so they are called by reflection.
 */
final class JavaSdk implements AutoCloseable {
  /** Where the build puts the jars. */
  private static final Path JARS = Path.of("target", "clients", "java");

  private static final List<String> SHARED =
      List.of("xmlrpc-client-3.1.3.jar", "xmlrpc-common-3.1.3.jar", "ws-commons-util-1.0.2.jar");

  private final URLClassLoader loader;

  private JavaSdk(URLClassLoader loader) {
    this.loader = loader;
  }

  static boolean isThere(String jar) {
    return Files.isRegularFile(JARS.resolve(jar));
  }

  static JavaSdk load(String jar) throws Exception {
    URL[] urls = new URL[SHARED.size() + 1];
    urls[0] = JARS.resolve(jar).toUri().toURL();
    for (int i = 0; i < SHARED.size(); i++) {
      urls[i + 1] = JARS.resolve(SHARED.get(i)).toUri().toURL();
    }
    return new JavaSdk(new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()));
  }

  Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass("com.xensource.xenapi." + name);
  }

  Object create(String type, Object... arguments) throws Exception {
    for (Constructor<?> constructor : type(type).getConstructors()) {
      if (fits(constructor.getParameterTypes(), arguments)) {
        return constructor.newInstance(arguments);
      }
    }
    throw new NoSuchMethodException("constructor of " + type);
  }

  /** Calls a static method of a class; what it throws comes out as it is. */
  Object callStatic(String type, String method, Object... arguments) throws Exception {
    return invoke(type(type), null, method, arguments);
  }

  /** Calls a method of an object; what it throws comes out as it is. */
  Object call(Object target, String method, Object... arguments) throws Exception {
    return invoke(target.getClass(), target, method, arguments);
  }

  private static Object invoke(Class<?> type, Object target, String name, Object... arguments)
      throws Exception {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)
          && Modifier.isStatic(method.getModifiers()) == (target == null)
          && fits(method.getParameterTypes(), arguments)) {
        try {
          return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause() instanceof Exception cause ? cause : e;
        }
      }
    }
    throw new NoSuchMethodException(type + "." + name);
  }

  Object field(Object target, String name) throws Exception {
    Field field = target.getClass().getField(name);
    return field.get(target);
  }

  /** A value of an enum inside {@code Types}. */
  Object status(String name) throws Exception {
    return type("Types$TaskStatusType").getField(name).get(null);
  }

  private static boolean fits(Class<?>[] types, Object[] arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
