package org.xapitck.kit.support;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes a picture again with the 256 colours that it uses most; a page of text needs no more. */
public final class Palette {
  private static final int COLOURS = 256;

  private Palette() {}

  /** Rewrites the file. */
  public static void reduce(Path png) throws IOException {
    BufferedImage picture = ImageIO.read(png.toFile());
    List<Integer> palette = mostUsed(picture);
    byte[] red = new byte[palette.size()];
    byte[] green = new byte[palette.size()];
    byte[] blue = new byte[palette.size()];
    for (int i = 0; i < palette.size(); i++) {
      red[i] = (byte) (palette.get(i) >> 16);
      green[i] = (byte) (palette.get(i) >> 8);
      blue[i] = (byte) (int) palette.get(i);
    }
    BufferedImage reduced =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, palette.size(), red, green, blue));
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int index =
            nearest.computeIfAbsent(picture.getRGB(x, y) & 0xffffff, c -> nearest(palette, c));
        reduced.getRaster().setSample(x, y, 0, index);
      }
    }
    ImageIO.write(reduced, "png", png.toFile());
  }

  private static List<Integer> mostUsed(BufferedImage picture) {
    Map<Integer, Integer> uses = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        uses.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    List<Integer> colours = new ArrayList<>(uses.keySet());
    colours.sort(Comparator.comparing((Integer colour) -> -uses.get(colour)));
    return colours.subList(0, Math.min(COLOURS, colours.size()));
  }

  private static int nearest(List<Integer> palette, int colour) {
    int best = 0;
    for (int i = 1; i < palette.size(); i++) {
      if (distance(palette.get(i), colour) < distance(palette.get(best), colour)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int two) {
    int red = (one >> 16 & 255) - (two >> 16 & 255);
    int green = (one >> 8 & 255) - (two >> 8 & 255);
    int blue = (one & 255) - (two & 255);
    return red * red + green * green + blue * blue;
  }
}
