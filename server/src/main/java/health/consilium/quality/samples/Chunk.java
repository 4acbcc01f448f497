package health.consilium.quality.samples;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.quality.domain.Reading;
import java.util.List;

/** About a minute of one person's samples: what becomes one row. Never empty. */
record Chunk(ConsultationId consultation, UserId person, List<Reading> readings) {}
