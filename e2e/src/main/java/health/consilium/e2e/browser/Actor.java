package health.consilium.e2e.browser;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How somebody looks and sounds in tests. */
public enum Actor {
    DOCTOR("testsrc2=s=640x360:r=30,noise=alls=6:allf=t", null, Words.DOCTOR),
    PATIENT("mandelbrot=s=640x360:r=30", null, Words.PATIENT),
    /** In a frame of one colour, by which a program knows who is who. */
    MARKED_DOCTOR("testsrc2=s=640x360:r=30,noise=alls=6:allf=t,drawbox=t=28:color=red", null, Words.DOCTOR),
    MARKED_PATIENT("mandelbrot=s=640x360:r=30,drawbox=t=28:color=blue", null, Words.PATIENT),
    DRAWN_DOCTOR(
            "",
            new Portrait(
                    new Color(206, 222, 218),
                    new Color(224, 172, 138),
                    new Color(92, 58, 40),
                    new Color(240, 244, 244),
                    true),
            Words.DOCTOR),
    DRAWN_PATIENT(
            "",
            new Portrait(
                    new Color(232, 216, 192),
                    new Color(198, 140, 104),
                    new Color(44, 36, 34),
                    new Color(54, 98, 110),
                    true),
            Words.PATIENT),
    /** In high definition and with {@link MarkerTones} for a voice: for measuring. */
    MEASURED_DOCTOR("testsrc2=s=1280x720:r=30,noise=alls=6:allf=t:all_seed=1", null, null),
    MEASURED_PATIENT("testsrc2=s=1280x720:r=30,noise=alls=6:allf=t:all_seed=2", null, null),
    /** Every picture carries its number, see {@link NumberedPictures}; marker tones for a voice. */
    NUMBERED_DOCTOR(NumberedPictures.over("testsrc2=s=640x360:r=30,noise=alls=6:allf=t:all_seed=1"), null, null),
    NUMBERED_PATIENT(NumberedPictures.over("testsrc2=s=640x360:r=30,noise=alls=6:allf=t:all_seed=2"), null, null);

    private final String pattern;
    private final @Nullable Portrait portrait;
    private final @Nullable String words;

    Actor(String pattern, @Nullable Portrait portrait, @Nullable String words) {
        this.pattern = pattern;
        this.portrait = portrait;
        this.words = words;
    }

    /** What ffmpeg makes the picture of; a drawing is put into the folder first. */
    List<String> pictureSource(Path folder) {
        if (portrait == null) {
            return List.of("-f", "lavfi", "-i", pattern);
        }
        Path drawing = folder.resolve(name() + ".png");
        portrait.drawTo(drawing);
        return List.of("-loop", "1", "-i", drawing.toString());
    }

    /** What it says; null: marker tones. */
    @Nullable
    String words() {
        return words;
    }

    private static final class Words {
        static final String DOCTOR =
                "Good morning. How are you today? Please tell me what troubles you, and since when you have had it.";
        static final String PATIENT =
                "Good morning, doctor. I have had a cough for two weeks, and it is worse at night than during the day.";
    }
}
