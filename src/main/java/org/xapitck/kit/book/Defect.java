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
 */
record Defect(String name, String text, Set<String> requirements) {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  Defect {
    requirements = Set.copyOf(requirements);
  }

  /**
   * Reads every table of a Markdown file that has the columns Defect and Breaks; the second column
   * says what the defect does. Words of the column Breaks that the catalogue has count.
   */
  static List<Defect> read(String markdown, Catalogue catalogue) {
    List<Defect> defects = new ArrayList<>();
    int breaks = -1;
    for (String line : markdown.lines().map(String::strip).toList()) {
      List<String> cells = line.startsWith("|") ? cells(line) : List.of("");
      if (cells.get(0).equals("Defect")) {
        breaks = cells.indexOf("Breaks");
      } else if (!line.startsWith("|")) {
        breaks = -1;
      } else if (breaks > 0 && breaks < cells.size() && CODE.matcher(cells.get(0)).matches()) {
        Set<String> ids =
            Stream.of(cells.get(breaks).replace("`", "").split("[ ,]+"))
                .filter(id -> catalogue.find(id).isPresent())
                .collect(Collectors.toSet());
        defects.add(new Defect(cells.get(0).replace("`", ""), cells.get(1), ids));
      }
    }
    return defects;
  }

  private static List<String> cells(String row) {
    return Stream.of(row.substring(1).split("(?<!\\\\)\\|"))
        .map(cell -> cell.strip().replace("\\|", "|"))
        .toList();
  }
}
