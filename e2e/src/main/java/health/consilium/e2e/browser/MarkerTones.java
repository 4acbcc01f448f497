package health.consilium.e2e.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A sound whose every part can be recognised: each of the sixteen pairs of tones of a telephone keypad (ITU-T Q.23) once,
 * one each half second. Played in a circle, it tells whoever hears one where it belongs.
 */
public final class MarkerTones {
    public static final String KEYS = "159D263A480B7*C#";
    public static final Duration APART = Duration.ofMillis(500);

    private static final int SAMPLES_A_SECOND = 48_000;
    private static final int CHANNELS = 2;
    private static final double SECONDS_OF_TONE = 0.16;
    private static final double SECONDS_OF_EDGE = 0.005;
    private static final double LOUDNESS = 0.2;
    private static final int[] LOW = {697, 770, 852, 941};
    private static final int[] HIGH = {1209, 1336, 1477, 1633};
    private static final String KEYPAD = "123A456B789C*0#D";

    private MarkerTones() {}

    static void writeTo(Path file) {
        int each = (int) (SAMPLES_A_SECOND * APART.toMillis() / 1_000);
        ByteBuffer sound = header(each * KEYS.length() * CHANNELS * Short.BYTES);
        for (char key : KEYS.toCharArray()) {
            for (int n = 0; n < each; n++) {
                short value = (short) (Short.MAX_VALUE * sample(key, (double) n / SAMPLES_A_SECOND));
                sound.putShort(value).putShort(value);
            }
        }
        try {
            Files.write(file, sound.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double sample(char key, double second) {
        if (second >= SECONDS_OF_TONE) {
            return 0;
        }
        int place = KEYPAD.indexOf(key);
        double edge = Math.min(1, Math.min(second, SECONDS_OF_TONE - second) / SECONDS_OF_EDGE);
        return LOUDNESS * edge * (wave(LOW[place / 4], second) + wave(HIGH[place % 4], second));
    }

    private static double wave(int frequency, double second) {
        return Math.sin(2 * Math.PI * frequency * second);
    }

    /** RIFF WAVE, 16 bits, two channels. */
    private static ByteBuffer header(int size) {
        ByteBuffer wave = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
        wave.put(letters("RIFF")).putInt(36 + size).put(letters("WAVEfmt ")).putInt(16);
        wave.putShort((short) 1).putShort((short) CHANNELS).putInt(SAMPLES_A_SECOND);
        wave.putInt(SAMPLES_A_SECOND * CHANNELS * Short.BYTES).putShort((short) (CHANNELS * Short.BYTES));
        return wave.putShort((short) Short.SIZE).put(letters("data")).putInt(size);
    }

    private static byte[] letters(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
