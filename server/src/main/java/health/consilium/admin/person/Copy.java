package health.consilium.admin.person;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One ZIP while it is written: JSON for programs, files as they are, and read-me.html with every table for people. Nothing of
 * it touches the disk.
 */
final class Copy implements PersonalData.Parcel, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();

    private final ZipOutputStream zip;
    private final boolean toThePatient;
    private final StringBuilder page =
            new StringBuilder("<!doctype html><meta charset=\"utf-8\"><title>Consilium</title>"
                    + "<style>body{font:16px sans-serif;margin:2rem}table{border-collapse:collapse;margin-bottom:2rem}"
                    + "td,th{border:1px solid #999;padding:.3rem .6rem;text-align:start;vertical-align:top}</style>");
    private String section = "";

    Copy(OutputStream out, boolean toThePatient) {
        this.toThePatient = toThePatient;
        this.zip = new ZipOutputStream(out);
    }

    @Override
    public boolean toThePatient() {
        return toThePatient;
    }

    void section(String name) {
        section = name;
    }

    @Override
    public void rows(String name, List<? extends Map<String, ? extends @Nullable Object>> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        List<Map<String, Object>> plain = rows.stream().map(Copy::plain).toList();
        zip.putNextEntry(new ZipEntry(section + "/" + name + ".json"));
        zip.write(JSON.writeValueAsBytes(plain));
        zip.closeEntry();
        page.append("<h2>").append(html(name)).append("</h2><table><tr>");
        plain.getFirst().keySet().forEach(column -> page.append("<th>").append(html(column)));
        for (Map<String, Object> row : plain) {
            page.append("<tr>");
            row.values().forEach(value -> page.append("<td>").append(html(String.valueOf(value))));
        }
        page.append("</table>");
    }

    @Override
    public void file(String name, PersonalData.Content content) throws IOException {
        String path = section + "/" + name.replaceAll("[/\\\\\\p{Cntrl}]", "_");
        zip.putNextEntry(new ZipEntry(path));
        content.writeTo(new Shielded(zip));
        zip.closeEntry();
        page.append("<p><a href=\"")
                .append(html(path))
                .append("\">")
                .append(html(path))
                .append("</a>");
    }

    @Override
    public void close() throws IOException {
        zip.putNextEntry(new ZipEntry("read-me.html"));
        zip.write(page.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    private static Map<String, Object> plain(Map<String, ? extends @Nullable Object> row) {
        Map<String, Object> all = new LinkedHashMap<>();
        row.forEach((name, value) -> all.put(name, value(value)));
        return all;
    }

    private static Object value(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number;
            case Boolean yes -> yes;
            case UUID id -> id.toString();
            default -> value.toString();
        };
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Who writes a file may close what it is given; the parcel stays open. */
    private static final class Shielded extends java.io.FilterOutputStream {
        Shielded(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
