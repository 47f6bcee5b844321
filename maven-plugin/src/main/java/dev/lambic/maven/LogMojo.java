package dev.lambic.maven;

import dev.lambic.command.Command;
import dev.lambic.runtime.JournalEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows what ran on the database: when, for how long, by whom, and with which outcome. Writes nothing. Compiles the
 * project first if this build has not done so.
 */
@Mojo(name = "log", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class LogMojo extends AbstractReadingMojo {
  @Inject
  LogMojo(ProjectBuild build) {
    super(build);
  }

  @Override
  void show(Command command, Report report) {
    report.log(command.log());
  }

  @Override
  Object json(Command command, Report report) {
    List<Map<String, Object>> entries =
        command.log().stream().map(LogMojo::json).toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("database", report.database());
    json.put("steps", entries);
    return json;
  }

  private static Map<String, Object> json(JournalEntry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", entry.step());
    json.put("revision", entry.revision());
    json.put("parents", entry.parents());
    json.put("branchLabels", entry.labels());
    json.put("message", entry.message());
    json.put("direction", entry.direction());
    json.put("startedAt", entry.startedAt().toString());
    json.put("endedAt", entry.endedAt() == null ? null : entry.endedAt().toString());
    json.put("databaseUser", entry.databaseUser());
    json.put("process", entry.process());
    json.put("tool", entry.tool());
    json.put("outcome", entry.outcome().text());
    json.put("error", entry.error());
    json.put("hash", entry.hash());
    return json;
  }
}
