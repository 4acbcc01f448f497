package health.consilium.recording.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.consilium.recording.store.SegmentIndex.Segment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return ofTake(1, contents, BEGAN);
    }

    private List<Segment> ofTake(int take, List<byte[]> contents, Instant began) {
        List<Segment> parts = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            parts.add(new Segment(
                    recording,
                    take,
                    i,
                    i == contents.size() - 1,
                    UUID.randomUUID(),
                    contents.get(i).length,
                    "0".repeat(64),
                    began.plusSeconds(i),
                    began.plusSeconds(i + 1)));
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
        assertThat(layout.reels()).hasSize(1);
        return layout.reels().getFirst().file();
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
        Layout layout = Layout.of(all, survey, Map.of());
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
        Layout first = Layout.of(all, survey, Map.of());
        Layout again = Layout.of(all, JSON.readValue(JSON.writeValueAsBytes(survey), Survey.class), Map.of());
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
        Layout layout = Layout.of(all, survey, Map.of());
        assertThat(survey.unreadable()).containsExactly(4, 7);
        assertThat(layout.gaps())
                .containsExactly(
                        new Films.Gap(BEGAN.plusSeconds(4), BEGAN.plusSeconds(5), "LOST"),
                        new Films.Gap(BEGAN.plusSeconds(7), BEGAN.plusSeconds(8), "LOST"));
        assertThat(survey.takes().getFirst().clusters()).hasSize(8);
        assertThat(written(layout, contents, 0, file(layout).size()))
                .hasSize((int) file(layout).size());
    }

    @Test
    @DisplayName(
            "R4: a take that was lost before anything of it was kept has an end and nothing else: it is no gap of its own")
    void aTakeOfNothing() throws IOException {
        List<byte[]> contents = SyntheticWebm.ofSeconds(3, 200);
        List<Segment> all = new ArrayList<>(ofTake(1, contents, BEGAN));
        all.addAll(ofTake(2, List.of(new byte[0]), BEGAN.plusSeconds(20)));
        all.addAll(ofTake(3, contents, BEGAN.plusSeconds(40)));
        Layout layout = Layout.of(
                all, Survey.of(all, part -> part.size() == 0 ? new byte[0] : contents.get(part.index())), Map.of());
        assertThat(layout.gaps()).containsExactly(new Films.Gap(BEGAN.plusSeconds(3), BEGAN.plusSeconds(40), "PAUSED"));
    }

    @Test
    @DisplayName(
            "R3: takes that cannot be joined play as parts of their own, in the order of time, and the gaps say so")
    void otherFormats() throws IOException {
        List<byte[]> webm = SyntheticWebm.ofSeconds(3, 200);
        List<byte[]> mp4 =
                List.of("ftyp moov".getBytes(US_ASCII), "moof 1".getBytes(US_ASCII), "moof 2".getBytes(US_ASCII));
        List<byte[]> nonsense = List.of(new byte[] {1, 2, 3});
        List<List<byte[]>> takes = List.of(webm, mp4, webm, nonsense);
        List<Segment> all = new ArrayList<>();
        for (int take = 1; take <= 4; take++) {
            all.addAll(ofTake(take, takes.get(take - 1), BEGAN.plusSeconds(20L * take)));
        }
        // Of the MP4 a part in the middle is missing.
        all.remove(4);
        Plain.Opener opener =
                part -> takes.get(all.get(part).take() - 1).get(all.get(part).index());
        Survey survey = Survey.of(all, part -> opener.open(all.indexOf(part)));
        Layout layout =
                Layout.of(all, survey, Map.of(1, "video/webm", 2, "video/mp4", 3, "video/webm", 4, "video/webm"));
        assertThat(layout.reels())
                .extracting(Reel::type, reel -> reel.takes().keySet(), Reel::startedAt)
                .containsExactly(
                        tuple("video/webm", Set.of(1, 3), BEGAN.plusSeconds(20)),
                        tuple("video/mp4", Set.of(2), BEGAN.plusSeconds(40)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VirtualFile file = layout.reels().get(1).file();
        file.write(new Plain(all.stream().mapToInt(Segment::size).toArray(), opener), 0, file.size(), out);
        assertThat(out.toString(US_ASCII)).isEqualTo("ftyp moov");
        assertThat(file.duration()).isEqualTo(1_000);
        assertThat(layout.gaps())
                .extracting(Films.Gap::reason)
                .containsExactly("APART", "LOST", "PAUSED", "OTHER_FORMAT");
    }
}
