package health.consilium.platform.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Shows in the OpenAPI document what the envelope makes of every answer (row A11). */
@Component
class OpenApiEnvelope implements OpenApiCustomizer {
    private static final String JSON = "application/json";

    @Override
    public void customise(OpenAPI api) {
        api.setServers(List.of());
        api.info(new Info()
                .title("Consilium")
                .version("1")
                .description("Every answer comes in an envelope; every refusal has a stable code (docs/errors.md).")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        ModelConverters.getInstance(true).readAll(ErrorEnvelope.class).forEach(api.getComponents()::addSchemas);
        api.getComponents()
                .addSecuritySchemes(
                        "cookie",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("CONSILIUM_SESSION"))
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        api.getPaths().values().forEach(path -> path.readOperations().forEach(OpenApiEnvelope::wrap));
        answersAreWhole(api);
    }

    /** Nulls are written out, so an answer has all its members; what somebody sends may leave nullable ones away. */
    private static void answersAreWhole(OpenAPI api) {
        Set<String> sent = api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent().containsKey(JSON))
                .map(body ->
                        String.valueOf(body.getContent().get(JSON).getSchema().get$ref()))
                .collect(Collectors.toSet());
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null && !sent.contains("#/components/schemas/" + name)) {
                schema.setRequired(List.copyOf(schema.getProperties().keySet()));
            }
        });
    }

    private static void wrap(Operation operation) {
        ApiResponse success = operation.getResponses().get("200");
        MediaType json = success == null || success.getContent() == null
                ? null
                : success.getContent().get(JSON);
        if (json != null
                && json.getSchema() != null
                && !"byte".equals(json.getSchema().getFormat())) {
            json.setSchema(enveloped(json.getSchema()));
        }
        Schema<?> refusal = new Schema<>().$ref("#/components/schemas/ErrorEnvelope");
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A refusal")
                                .content(new Content().addMediaType(JSON, new MediaType().schema(refusal))));
    }

    private static Schema<?> enveloped(Schema<?> data) {
        ObjectSchema envelope = new ObjectSchema();
        envelope.addProperty("success", new BooleanSchema());
        envelope.addProperty("statusCode", new IntegerSchema());
        envelope.addProperty("message", new StringSchema());
        envelope.addProperty("data", data);
        envelope.setRequired(List.of("success", "statusCode", "message", "data"));
        return envelope;
    }
}
