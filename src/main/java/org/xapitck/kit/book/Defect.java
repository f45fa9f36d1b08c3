package org.xapitck.kit.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xapitck.kit.catalogue.Catalogue;

/**
 * A defect that was seeded into the simulator, and what found it.
 *
 * @param name as the simulator's {@code --defect} takes it
 * @param text what it does
 * @param requirements ids of what it is about, each of which the suite reports
 * @param besides ids of what cannot hold with it
 */
record Defect(String name, String text, Set<String> requirements, Set<String> besides) {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  Defect {
    requirements = Set.copyOf(requirements);
    besides = Set.copyOf(besides);
  }

  /**
   * Reads every table of a Markdown file that has the columns Defect, Breaks and Blocked; the
   * second column says what the defect does. Words of the others that the catalogue has count.
   */
  static List<Defect> read(String markdown, Catalogue catalogue) {
    List<Defect> defects = new ArrayList<>();
    List<String> columns = List.of();
    for (String line : markdown.lines().map(String::strip).toList()) {
      List<String> cells = line.startsWith("|") ? cells(line) : List.of("");
      if (cells.get(0).equals("Defect")) {
        columns = cells;
      } else if (!line.startsWith("|")) {
        columns = List.of();
      } else if (!CODE.matcher(cells.get(0)).matches()) {
        // the rule under the heads
        continue;
      } else if (columns.contains("Breaks") && cells.size() >= 2) {
        defects.add(
            new Defect(
                cells.get(0).replace("`", ""),
                cells.get(1),
                ids(cells, columns.indexOf("Breaks"), catalogue),
                ids(cells, columns.indexOf("Blocked"), catalogue)));
      }
    }
    return defects;
  }

  private static Set<String> ids(List<String> cells, int column, Catalogue catalogue) {
    if (column < 0 || column >= cells.size()) {
      return Set.of();
    }
    return Stream.of(cells.get(column).replace("`", "").split("[ ,]+"))
        .flatMap(id -> id.startsWith("wire.*.") ? everyWire(id) : Stream.of(id))
        .filter(id -> catalogue.find(id).isPresent())
        .collect(Collectors.toSet());
  }

  private static Stream<String> everyWire(String id) {
    return Stream.of("xmlrpc", "json1", "json2").map(wire -> id.replace("*", wire));
  }

  private static List<String> cells(String row) {
    return Stream.of(row.substring(1).split("(?<!\\\\)\\|"))
        .map(cell -> cell.strip().replace("\\|", "|"))
        .toList();
  }
}
