package org.xapitck.kit.book;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xapitck.kit.catalogue.Catalogue;

/**
 * A defect that was seeded into the simulator, and what found it.
 *
 * @param name as the simulator's {@code --defect} takes it
 * @param text what it does
 * @param requirements ids of the requirements whose scenarios found it
 */
record Defect(String name, String text, Set<String> requirements) {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  Defect {
    requirements = Set.copyOf(requirements);
  }

  /**
   * Reads the rows of every table in a Markdown file whose first cell is a name in backquotes. Ids
   * of the catalogue in the other cells are what the defect breaks.
   */
  static List<Defect> read(String markdown, Catalogue catalogue) {
    List<Defect> defects = new ArrayList<>();
    for (String line : markdown.lines().filter(l -> l.strip().startsWith("|")).toList()) {
      List<String> cells = List.of(line.strip().substring(1).split("\\|"));
      Matcher name = CODE.matcher(cells.get(0).strip());
      if (!name.matches()) {
        continue;
      }
      Set<String> ids = new LinkedHashSet<>();
      String text = "";
      for (String cell : cells.subList(1, cells.size())) {
        Set<String> found = new LinkedHashSet<>();
        Matcher code = CODE.matcher(cell);
        while (code.find()) {
          catalogue.find(code.group(1)).ifPresent(known -> found.add(known.id()));
        }
        ids.addAll(found);
        if (found.isEmpty() && text.isEmpty()) {
          text = cell.strip().replace("`", "");
        }
      }
      defects.add(new Defect(name.group(1), text, ids));
    }
    return defects;
  }
}
