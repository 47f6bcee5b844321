package dev.lambic.it.runs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;

/**
 * Counts what is asked of a database, twice each: before it is asked and after it has answered; and does something when
 * the count reaches a number.
 */
public final class CountedCalls {
  private static final Set<String> COUNTED = Set.of(
      "execute",
      "executeQuery",
      "executeUpdate",
      "executeBatch",
      "commit",
      "rollback",
      "setAutoCommit");

  private final int last;
  private final Runnable then;
  private int count;

  /** Counts; at a number of 0, nothing happens. */
  public CountedCalls(int last, Runnable then) {
    this.last = last;
    this.then = then;
  }

  /** Returns the count: two for each call. */
  public int count() {
    return count;
  }

  /** Returns a connection whose calls are counted. */
  public Connection on(Connection connection) {
    return counted(Connection.class, connection);
  }

  private <T> T counted(Class<T> type, T target) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> call(target, method, arguments)));
  }

  private Object call(Object target, Method method, Object[] arguments) throws Throwable {
    boolean isCounted = COUNTED.contains(method.getName());
    if (isCounted) {
      counted();
    }
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (isCounted) {
      counted();
    }
    if (method.getReturnType() == PreparedStatement.class) {
      return counted(PreparedStatement.class, (PreparedStatement) result);
    }
    return method.getReturnType() == Statement.class
        ? counted(Statement.class, (Statement) result)
        : result;
  }

  private void counted() {
    if (++count == last) {
      then.run();
    }
  }
}
