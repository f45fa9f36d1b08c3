package org.xapitck.kit.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.text.ValueText;

/**
 * The texts of an API error: the code, then its parameters. Reads wrong forms too, so that a server
 * with a wrong form is blamed for nothing else.
 *
 * @param failure what they say
 * @param right whether they came as an array of strings with the code first
 */
public record ErrorTexts(Answer.Failure failure, boolean right) {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]+");

  /** Empty where no code can be found in the value. */
  public static Optional<ErrorTexts> read(Value value) {
    if (value instanceof Value.Text text && !text.text().isBlank()) {
      return Optional.of(new ErrorTexts(new Answer.Failure(text.text(), List.of()), false));
    }
    if (!(value instanceof Value.Array array)) {
      return Optional.empty();
    }
    List<String> texts = texts(array);
    if (texts.isEmpty() || texts.stream().allMatch(String::isBlank)) {
      return Optional.empty();
    }
    int code = codeIndex(texts);
    String first = texts.remove(code);
    boolean right = code == 0 && allTexts(array);
    return Optional.of(new ErrorTexts(new Answer.Failure(first, texts), right));
  }

  /** Whether a text looks like a code of the API, such as {@code HANDLE_INVALID}. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  public static boolean allTexts(Value.Array array) {
    return array.elements().stream().allMatch(Value.Text.class::isInstance);
  }

  /** The elements as texts, also of numbers and truth values. */
  public static List<String> texts(Value.Array array) {
    List<String> texts = new ArrayList<>();
    for (Value element : array.elements()) {
      if (element instanceof Value.Text text) {
        texts.add(text.text());
      } else if (element instanceof Value.Number number) {
        texts.add(ValueText.digits(number));
      } else if (element instanceof Value.Bool bool) {
        texts.add(String.valueOf(bool.truth()));
      } else {
        texts.add("");
      }
    }
    return texts;
  }

  /**
   * The first element, whatever its spelling, as codes may be of any; only where it has no code's
   * form and a later one has is the later one the code.
   */
  private static int codeIndex(List<String> texts) {
    if (!isCode(texts.get(0))) {
      for (int i = 1; i < texts.size(); i++) {
        if (isCode(texts.get(i))) {
          return i;
        }
      }
    }
    return 0;
  }
}
