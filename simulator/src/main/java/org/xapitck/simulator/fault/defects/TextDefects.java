package org.xapitck.simulator.fault.defects;

import java.text.Normalizer;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Wire;

/** Texts that are taken for something else: one for each place and kind of text. */
final class TextDefects {
  private static final String BLANKS = "one blank or more";

  private final DefectBuilder defects;

  private TextDefects(DefectBuilder defects) {
    this.defects = defects;
  }

  static void register(DefectBuilder builder) {
    TextDefects all = new TextDefects(builder);
    all.labels();
    all.descriptions();
    all.results();
    all.errors();
    all.values();
  }

  private void labels() {
    must("name_label", "lookalike", "label-percent-decoded", "reads %41 as A", like("%41", "A"));
    must("name_label", "space", "label-line-end-cut", "loses a line feed at its end", cut("\n$"));
    must("name_label", "joined", "label-composed", "joins letters and accents", composed());
    should("name_label", "label-order-mark-cut", "loses a byte order mark", cut("^\ufeff"));
    json("name_label", "label-without-carriage-return", "loses carriage returns", cut("\r"));
  }

  private void descriptions() {
    must(
        "name_description",
        "lookalike",
        "description-decoded-twice",
        "reads the text &amp; as &",
        like("&amp;", "&"));
    must(
        "name_description",
        "space",
        "description-blank-is-empty",
        "is empty where it is nothing but " + BLANKS,
        text -> text.matches("[ \t\n]*") ? "" : text);
    must(
        "name_description",
        "joined",
        "description-without-joiners",
        "loses what joins signs",
        cut("\u200d"));
    should(
        "name_description",
        "description-without-private-use",
        "shows private characters as question marks",
        like("\ue000", "?"));
    json(
        "name_description",
        "description-line-ends-unified",
        "makes line feeds of all line ends",
        text -> text.replaceAll("\r\n?", "\n"));
  }

  private void results() {
    must(
        "result",
        "lookalike",
        "result-number-is-float",
        "reads 42 as a number, which is 42.0",
        text -> text.matches("-?[0-9]+") ? Double.toString(Double.parseDouble(text)) : text);
    must("result", "space", "result-line-feed-is-blank", "makes blanks of line feeds", each("\n"));
    must("result", "joined", "result-composed", "joins letters and accents", composed());
    should("result", "result-no-break-space-is-blank", "makes a blank of U+00A0", each("\u00a0"));
    json("result", "result-carriage-return-is-blank", "makes blanks of them", each("\r"));
  }

  private void errors() {
    must(
        "error_info",
        "lookalike",
        "error-info-null-is-empty",
        "reads null and None as nothing",
        text -> text.matches("null|None") ? "" : text);
    must("error_info", "space", "error-info-tab-is-blank", "makes blanks of tabs", each("\t"));
    must(
        "error_info",
        "joined",
        "error-info-without-joiners",
        "loses what joins signs",
        cut("\u200d"));
    should(
        "error_info",
        "error-info-without-direction",
        "loses marks of direction",
        cut("[\u200f\u202e]"));
    json(
        "error_info",
        "error-info-line-ends-of-two-cut",
        "makes a line feed of a carriage return with one",
        text -> text.replace("\r\n", "\n"));
  }

  private void values() {
    must(
        "other_config",
        "lookalike",
        "map-true-is-one",
        "reads true and false as 1 and 0",
        text -> text.equals("true") ? "1" : text.equals("false") ? "0" : text);
    must(
        "other_config",
        "space",
        "map-line-feed-alone-is-empty",
        "is empty where it is a line feed",
        like("\n", ""));
    defects
        .must("map-added-values-percent-decoded", "add_to_other_config reads %41 as A")
        .at("texts of other_config")
        .of("texts")
        .by(parameter("task.add_to_other_config", 3, like("%41", "A")))
        .breaks("text.other_config_lookalike");
    must("other_config", "joined", "map-values-composed", "joins letters and accents", composed());
    should(
        "other_config",
        "map-line-separator-is-line-feed",
        "makes a line feed of U+2028",
        like("\u2028", "\n"));
    json("other_config", "map-values-without-carriage-return", "loses carriage returns", cut("\r"));
  }

  private static UnaryOperator<String> like(String whole, String instead) {
    return text -> text.equals(whole) ? instead : text;
  }

  private static UnaryOperator<String> cut(String pattern) {
    return text -> text.replaceAll(pattern, "");
  }

  private static UnaryOperator<String> each(String sign) {
    return text -> text.replace(sign, " ");
  }

  private static UnaryOperator<String> composed() {
    return text -> Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private void must(
      String field, String group, String id, String what, UnaryOperator<String> change) {
    sentence(defects.must(id, words(field, what)), field, change)
        .breaks("text." + field + "_" + group);
  }

  private void should(String field, String id, String what, UnaryOperator<String> change) {
    sentence(defects.should(id, words(field, what)), field, change)
        .breaks("text." + field + "_rare");
  }

  /** Over XML no carriage return is sent. */
  private void json(String field, String id, String what, UnaryOperator<String> change) {
    sentence(defects.must(id, words(field, what)), field, change)
        .on(Wire.JSON)
        .breaks("text." + field + "_return");
  }

  private static String words(String field, String what) {
    return field + " " + what;
  }

  private static DefectBuilder.Sentence sentence(
      DefectBuilder.Sentence sentence, String field, UnaryOperator<String> change) {
    return sentence.at("texts of " + field).of("texts").by(written(field, change));
  }

  /** The texts of a field are changed wherever they are written. */
  private static Alteration written(String field, UnaryOperator<String> change) {
    return switch (field) {
      case "name_label" -> parameter("task.create", 1, change);
      case "name_description" -> parameter("task.create", 2, change);
      case "other_config" ->
          Intercept.together(
              parameter("task.set_other_config", 2, change),
              parameter("task.add_to_other_config", 3, change));
      default -> parameter("task.set_" + field, 2, change);
    };
  }

  private static Alteration parameter(String method, int index, UnaryOperator<String> change) {
    return Intercept.calls(
        method,
        (call, server) ->
            call.parameters().size() > index
                ? server.answer(
                    Parameters.with(
                        call,
                        index,
                        Values.deep(call.parameters().get(index), one -> Values.text(one, change))))
                : server.answer(call));
  }
}
