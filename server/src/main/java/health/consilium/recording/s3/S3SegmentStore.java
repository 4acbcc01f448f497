package health.consilium.recording.s3;

import health.consilium.recording.Place;
import health.consilium.recording.spi.SegmentStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An object a segment, named as files are: {@code prefix/recording/name}. The checksum of what is sent travels with it, and a
 * segment counts as written when the store has answered with the same one, or has given it back as it was.
 */
final class S3SegmentStore implements SegmentStore, AutoCloseable {
    private static final int AT_A_TIME = 8;

    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final S3Reach reach;
    /** Whether the store knows conditional writes: most do. */
    private volatile boolean conditional = true;

    S3SegmentStore(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
        this.reach = new S3Reach(s3, bucket);
    }

    @Override
    public void write(UUID recording, UUID name, byte[] content) throws IOException {
        try {
            PutObjectResponse answer = put(key(recording, name), content);
            if (!Md5.of(content).isTag(answer.eTag())) {
                same(recording, name, content);
            }
        } catch (S3Exception e) {
            if (e.statusCode() != 412) {
                throw fault(e);
            }
            // Its answer was lost, and it was sent again.
            same(recording, name, content);
        } catch (SdkException e) {
            throw fault(e);
        }
    }

    private PutObjectResponse put(String key, byte[] content) {
        try {
            return s3.putObject(
                    put -> put.bucket(bucket)
                            .key(key)
                            .ifNoneMatch(conditional ? "*" : null)
                            .contentMD5(Md5.of(content).header()),
                    RequestBody.fromBytes(content));
        } catch (S3Exception e) {
            if (e.statusCode() == 501 && conditional) {
                conditional = false;
                return put(key, content);
            }
            throw e;
        }
    }

    private void same(UUID recording, UUID name, byte[] content) throws IOException {
        if (!Arrays.equals(read(recording, name), content)) {
            throw new FileAlreadyExistsException(key(recording, name), null, "it holds something else");
        }
    }

    @Override
    public byte[] read(UUID recording, UUID name) throws IOException {
        try {
            ResponseBytes<GetObjectResponse> object =
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key(recording, name)));
            return object.asByteArrayUnsafe();
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                throw new NoSuchFileException(key(recording, name));
            }
            throw fault(e);
        } catch (SdkException e) {
            throw fault(e);
        }
    }

    @Override
    public Set<UUID> names(UUID recording) throws IOException {
        String folder = folder(recording);
        try {
            return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder)).contents().stream()
                    .flatMap(object -> S3Names.uuid(object.key(), folder).stream())
                    .collect(Collectors.toSet());
        } catch (SdkException e) {
            throw fault(e);
        }
    }

    @Override
    public Set<UUID> recordings() throws IOException {
        try {
            return s3
                    .listObjectsV2Paginator(
                            list -> list.bucket(bucket).prefix(prefix).delimiter("/"))
                    .commonPrefixes()
                    .stream()
                    .flatMap(folder -> S3Names.uuid(folder.prefix(), prefix).stream())
                    .collect(Collectors.toSet());
        } catch (SdkException e) {
            throw fault(e);
        }
    }

    @Override
    public void delete(UUID recording, UUID name) throws IOException {
        try {
            s3.deleteObject(delete -> delete.bucket(bucket).key(key(recording, name)));
        } catch (SdkException e) {
            throw fault(e);
        }
    }

    /** One by one, some at a time: not every store knows how to delete many at once. */
    @Override
    public void delete(UUID recording) throws IOException {
        try (ExecutorService some =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            List<Future<Boolean>> gone = new ArrayList<>();
            for (UUID name : names(recording)) {
                gone.add(some.submit(() -> {
                    delete(recording, name);
                    return true;
                }));
            }
            for (Future<Boolean> each : gone) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException why ? why : new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreAway("interrupted");
        }
    }

    /** Such stores do not say how much they still take. */
    @Override
    public Place place() {
        return Place.BUCKET;
    }

    @Override
    public long free() throws IOException {
        reach.need();
        return Long.MAX_VALUE;
    }

    private IOException fault(SdkException e) {
        IOException named = S3Faults.named(e);
        if (named instanceof StoreAway away) {
            reach.lost(away);
        }
        return named;
    }

    @Override
    public void close() {
        s3.close();
    }

    private String key(UUID recording, UUID name) {
        return folder(recording) + name;
    }

    private String folder(UUID recording) {
        return prefix + recording + "/";
    }
}
