package health.consilium.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.bench.media.Recording.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What frames say about a picture. */
class PictureTests {
    private final List<Frame> frames = new ArrayList<>();

    @Test
    @DisplayName("a steady picture has its rate, its lines and no gaps")
    void steady() {
        show(0, 10_000, 25, 720);
        Picture picture = picture(0, 10_000);
        assertThat(picture.fps()).isEqualTo(25);
        assertThat(picture.height()).isEqualTo(720);
        assertThat(picture.longestGap()).isEqualTo(40);
        assertThat(picture.back()).isZero();
        assertThat(picture.highDefinition()).isZero();
        assertThat(picture.untilFps(10)).isZero();
    }

    @Test
    @DisplayName("a picture is back when it moves again and goes on")
    void back() {
        show(0, 200, 25, 360);
        show(3_000, 3_100, 25, 360);
        show(4_000, 10_000, 25, 360);
        assertThat(picture(0, 10_000).back()).isEqualTo(4_000);
        assertThat(picture(0, 10_000).longestGap()).isEqualTo(3_000 - 160);
    }

    @Test
    @DisplayName("what does not last is not back")
    void notBack() {
        show(0, 1_000, 25, 360);
        assertThat(picture(0, 10_000).back()).isNaN();
        assertThat(picture(20_000, 30_000).back()).isNaN();
        assertThat(picture(20_000, 30_000).longestGap()).isEqualTo(10_000);
    }

    @Test
    @DisplayName("high definition counts from the frame after which it stays")
    void highDefinition() {
        show(0, 1_000, 25, 720);
        show(1_000, 3_000, 25, 360);
        show(3_000, 10_000, 25, 720);
        assertThat(picture(0, 10_000).highDefinition()).isEqualTo(3_000);
        assertThat(picture(0, 10_000).back()).isZero();
    }

    @Test
    @DisplayName("ten frames a second count from when there are ten in each second")
    void tenFps() {
        show(0, 5_000, 2, 180);
        show(5_000, 12_000, 15, 180);
        assertThat(picture(0, 12_000).untilFps(10)).isBetween(4_000.0, 5_000.0);
    }

    @Test
    @DisplayName(
            "what the page showed counts, also where it was not asked about each frame; the time between is a gap all the same")
    void shownUnseen() {
        frames.add(new Frame(0, 720, 1));
        frames.add(new Frame(66, 720, 2));
        frames.add(new Frame(100, 720, 1));
        assertThat(picture(0, 200).fps()).isEqualTo(20);
        assertThat(picture(0, 110).longestGap()).isEqualTo(66);
    }

    private void show(int from, int to, int fps, int lines) {
        for (int at = from; at < to; at += 1_000 / fps) {
            frames.add(new Frame(at, lines, 1));
        }
    }

    private Picture picture(double from, double to) {
        return new Picture(new Recording(frames, List.of(), List.of(), List.of()), from, to);
    }
}
