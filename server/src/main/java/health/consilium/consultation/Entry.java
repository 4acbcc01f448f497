package health.consilium.consultation;

import health.consilium.conferencing.spi.JoinGrant;

/** Leave to come in: the consultation as it stands and the grant of the provider that carries the call. */
public record Entry(ConsultationView consultation, JoinGrant grant) {}
