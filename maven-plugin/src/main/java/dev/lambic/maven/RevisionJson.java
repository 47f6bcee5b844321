package dev.lambic.maven;

import dev.lambic.command.CurrentResult;
import dev.lambic.command.HistoryEntry;
import dev.lambic.script.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What JSON says of revisions. */
final class RevisionJson {
  private RevisionJson() {}

  /** Returns all that is known of a revision from the history alone. */
  static Map<String, Object> of(Script script) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("revision", script.revision());
    json.put("downRevisions", script.downRevisions());
    json.put("dependsOn", script.dependencies());
    json.put("nextRevisions", script.nextRevisions());
    json.put("branchLabels", script.branchLabels());
    json.put("message", script.message());
    json.put("createDate", script.createDate());
    json.put("className", script.className());
    json.put("isReversible", script.isReversible());
    json.put("isHead", script.isHead());
    json.put("isBase", script.isBase());
    json.put("isBranchPoint", script.isBranchPoint());
    json.put("isMergePoint", script.isMergePoint());
    return json;
  }

  static List<Map<String, Object>> of(List<Script> scripts) {
    return scripts.stream().map(RevisionJson::of).toList();
  }

  /** Returns all that is known of a revision where the database was asked as well. */
  static Map<String, Object> of(HistoryEntry entry) {
    Map<String, Object> json = of(entry.script());
    json.put("isCurrent", entry.isCurrent());
    return json;
  }

  static Map<String, Object> of(String database, CurrentResult current) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("database", database);
    json.put("revisions", of(current.scripts()));
    json.put("unknown", current.unknown());
    return json;
  }
}
