package health.consilium.recording.media;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.recording.store.SegmentIndex.Segment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** R7: an hour of recording costs its reading once, and from then on what somebody watches. */
class LayoutTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int HOUR = 3_600;
    private static final Instant BEGAN = Instant.parse("2030-01-07T09:00:00Z");

    private final UUID recording = UUID.randomUUID();
    private final List<Integer> opened = new ArrayList<>();

    private List<Segment> parts(List<byte[]> contents) {
        List<Segment> parts = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            parts.add(new Segment(
                    recording,
                    1,
                    i,
                    i == contents.size() - 1,
                    UUID.randomUUID(),
                    contents.get(i).length,
                    "0".repeat(64),
                    BEGAN.plusSeconds(i),
                    BEGAN.plusSeconds(i + 1)));
        }
        return parts;
    }

    private byte[] written(Layout layout, List<byte[]> contents, long from, long length) throws IOException {
        int[] sizes = layout.parts().stream().mapToInt(Segment::size).toArray();
        Plain plain = new Plain(sizes, part -> {
            int index = layout.parts().get(part).index();
            opened.add(index);
            return contents.get(index);
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file(layout).write(plain, from, length, out);
        return out.toByteArray();
    }

    private static VirtualFile file(Layout layout) {
        VirtualFile file = layout.file();
        assertThat(file).isNotNull();
        return java.util.Objects.requireNonNull(file);
    }

    @Test
    @DisplayName("an hour is read once, each part once; then a range opens only the parts in which it lies")
    void anHour() throws IOException {
        List<byte[]> contents = SyntheticWebm.ofSeconds(HOUR, 200);
        List<Segment> all = parts(contents);
        Survey survey = Survey.of(all, part -> {
            opened.add(part.index());
            return contents.get(part.index());
        });
        assertThat(opened).hasSize(HOUR);
        Layout layout = Layout.of(all, survey);
        assertThat(file(layout).duration()).isBetween(HOUR * 1_000L - 200, HOUR * 1_000L);
        assertThat(layout.weight()).as("bytes in memory, about").isLessThan(4 * 1024 * 1024);

        opened.clear();
        written(layout, contents, file(layout).size() / 2, 1_500);
        assertThat(opened).hasSizeBetween(1, 3).allMatch(part -> Math.abs(part - HOUR / 2) < 200);
    }

    @Test
    @DisplayName("what was kept lays out the same file, byte by byte")
    void keptAndFound() throws IOException {
        List<byte[]> contents = SyntheticWebm.ofSeconds(30, 200);
        List<Segment> all = parts(contents);
        Survey survey = Survey.of(all, part -> contents.get(part.index()));
        Layout first = Layout.of(all, survey);
        Layout again = Layout.of(all, JSON.readValue(JSON.writeValueAsBytes(survey), Survey.class));
        byte[] whole = written(first, contents, 0, file(first).size());
        assertThat(written(again, contents, 0, file(again).size())).isEqualTo(whole);
        for (int from = 0; from < whole.length - 700; from += 611) {
            assertThat(written(again, contents, from, 700))
                    .isEqualTo(java.util.Arrays.copyOfRange(whole, from, from + 700));
        }
    }

    @Test
    @DisplayName("R4, F14: a part that is not what was stored is a gap, and everything else plays")
    void unreadable() throws IOException {
        List<byte[]> contents = SyntheticWebm.ofSeconds(10, 200);
        List<Segment> all = parts(contents);
        Survey survey = Survey.of(all, part -> {
            if (part.index() == 4 || part.index() == 7) {
                throw new Survey.Unreadable(part);
            }
            return contents.get(part.index());
        });
        Layout layout = Layout.of(all, survey);
        assertThat(survey.unreadable()).containsExactly(4, 7);
        assertThat(layout.gaps())
                .containsExactly(
                        new Films.Gap(BEGAN.plusSeconds(4), BEGAN.plusSeconds(5), "LOST"),
                        new Films.Gap(BEGAN.plusSeconds(7), BEGAN.plusSeconds(8), "LOST"));
        assertThat(survey.takes().getFirst().clusters()).hasSize(8);
        assertThat(written(layout, contents, 0, file(layout).size()))
                .hasSize((int) file(layout).size());
    }
}
