package health.consilium.e2e.browser;

import java.util.Locale;

/**
 * Pictures that a program recognises: across the upper 15 % stands the picture's number in eight blocks, black 0, white 1,
 * the most significant bit first, and below it, of the same size, its complement. What does not match its complement was
 * misread.
 */
final class NumberedPictures {
    private static final int BITS = 8;
    private static final int WIDTH = 640;
    private static final int EACH_ROW = 54;

    private NumberedPictures() {}

    /** @param scene a source of ffmpeg's, 640×360 at 30 frames a second */
    static String over(String scene) {
        String bit = String.format(Locale.ROOT, "mod(floor(N/pow(2,%d-floor(X*%d/W))),2)", BITS - 1, BITS);
        return String.format(
                Locale.ROOT,
                "%s[scene];color=s=%dx%d:r=30,format=gray,geq=lum='16+219*abs(%s-gte(Y,H/2))'[number];[scene][number]overlay",
                scene,
                WIDTH,
                2 * EACH_ROW,
                bit);
    }
}
