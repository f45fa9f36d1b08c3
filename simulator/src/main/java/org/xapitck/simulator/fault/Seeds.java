package org.xapitck.simulator.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.simulator.dispatch.Message;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.http.HttpStyle;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.session.Accounts;
import org.xapitck.simulator.text.Nearest;

/**
 * The seeds of one simulator: any number of defects and variants.
 *
 * @param defects how it is wrong
 * @param variants how it is different
 */
public record Seeds(List<Defect> defects, List<Variant> variants) {
  /** The header by which a seeded simulator says so to programs. */
  public static final String HEADER = "X-Seeded-Defects";

  /** Nothing: a right server like ours. */
  public static final Seeds NONE = new Seeds(List.of(), List.of());

  /**
   * Chooses by id.
   *
   * @throws UnknownSeed naming the three nearest ids, or two that contradict each other
   */
  public static Seeds of(List<String> defectIds, List<String> variantIds) throws UnknownSeed {
    List<Defect> defects = new ArrayList<>();
    for (String id : defectIds) {
      defects.add(find("defect", id, Defects.byId()));
    }
    List<Variant> variants = new ArrayList<>();
    for (String id : variantIds) {
      variants.add(find("variant", id, Variants.byId()));
    }
    refuseContradictions(defects, variants);
    return new Seeds(defects, variants);
  }

  private static <T> T find(String kind, String id, Map<String, T> known) throws UnknownSeed {
    T found = known.get(id);
    if (found == null) {
      throw new UnknownSeed(
          "Unknown "
              + kind
              + " "
              + id
              + "; the nearest are "
              + String.join(", ", Nearest.of(id, known.keySet()))
              + ". The command "
              + kind
              + "s lists all.");
    }
    return found;
  }

  /** A variant must be all there is of its point: what else changes it would undo it. */
  private static void refuseContradictions(List<Defect> defects, List<Variant> variants)
      throws UnknownSeed {
    Map<String, String> taken = new LinkedHashMap<>();
    defects.forEach(defect -> taken.put(defect.point(), "defect " + defect.id()));
    for (Variant variant : variants) {
      String other = taken.put(variant.point(), "variant " + variant.id());
      if (other != null) {
        throw new UnknownSeed(
            "The "
                + other
                + " and the variant "
                + variant.id()
                + " contradict each other: both change "
                + variant.point()
                + ".");
      }
    }
  }

  /** The seeds that an alteration was made of; none where it is another. */
  public static Seeds of(Alteration alteration) {
    return alteration instanceof Seeded seeded ? seeded.seeds : NONE;
  }

  /** Whether there is any. */
  public boolean isEmpty() {
    return defects.isEmpty() && variants.isEmpty();
  }

  /** All of it as one alteration, the announcement of the defects included. */
  public Alteration alteration() {
    List<Alteration> all = new ArrayList<>();
    defects.forEach(defect -> all.add(defect.alteration()));
    variants.forEach(variant -> all.add(variant.alteration()));
    if (!defects.isEmpty()) {
      String ids = String.join(", ", defects.stream().map(Defect::id).toList());
      all.add(Intercept.http(style -> style.saying(announcement() + "\n", HEADER, ids)));
    }
    return all.isEmpty() ? Alteration.NONE : new Seeded(this, Intercept.together(all));
  }

  /** An alteration that knows what it was made of, so that it can be taken back. */
  private static final class Seeded implements Alteration {
    private final Seeds seeds;
    private final Alteration made;

    Seeded(Seeds seeds, Alteration made) {
      this.seeds = seeds;
      this.made = made;
    }

    @Override
    public Message message(Message right) {
      return made.message(right);
    }

    @Override
    public Accounts accounts(Accounts right) {
      return made.accounts(right);
    }

    @Override
    public RpcEndpoint.Api api(RpcEndpoint.Api right) {
      return made.api(right);
    }

    @Override
    public Codec codec(Codec right) {
      return made.codec(right);
    }

    @Override
    public HttpStyle http(HttpStyle right) {
      return made.http(right);
    }
  }

  /** What the server has to be for its variants. */
  public Optional<Release> release() {
    return variants.stream().flatMap(variant -> variant.release().stream()).findFirst();
  }

  /**
   * Refuses variants that take another release than a server is of, which cannot change.
   *
   * @throws UnknownSeed naming both
   */
  public void requireRelease(Release release) throws UnknownSeed {
    Optional<Release> needed = release().filter(other -> other != release);
    if (needed.isPresent()) {
      throw new UnknownSeed(
          "These variants take a server of release "
              + needed.get().label()
              + ", and this one is "
              + release.label()
              + "; start one with --variant.");
    }
  }

  /** One line that warns of the defects and tells of the variants; empty where there is none. */
  public String announcement() {
    List<String> parts = new ArrayList<>();
    if (!defects.isEmpty()) {
      parts.add(
          "wrong on purpose, seeded with the defects "
              + String.join(", ", defects.stream().map(Defect::id).toList()));
    }
    if (!variants.isEmpty()) {
      parts.add("different: " + String.join(", ", variants.stream().map(Variant::id).toList()));
    }
    return parts.isEmpty() ? "" : "this simulator is " + String.join("; ", parts);
  }
}
