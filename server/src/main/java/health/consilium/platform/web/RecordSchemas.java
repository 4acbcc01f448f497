package health.consilium.platform.web;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the OpenAPI document say what our null contract says: a record's component is always there, unless it is
 * {@link Nullable}. Two records under one name would describe each other, so that is an error.
 */
@Component
class RecordSchemas implements ModelConverter {
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Class<?>> owners = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (resolved != null && resolved.get$ref() != null && raw.isRecord()) {
            String name = resolved.get$ref().substring(REFERENCE.length());
            Class<?> owner = owners.putIfAbsent(name, raw);
            if (owner != null && owner != raw) {
                throw new IllegalStateException(owner + " and " + raw + " are both called " + name + " in the API");
            }
            Schema<?> model = context.getDefinedModels().get(name);
            if (model != null && model.getProperties() != null) {
                describe(model, raw);
            }
        }
        return resolved;
    }

    private static void describe(Schema<?> model, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = model.getProperties().get(component.getName());
            if (property == null) {
                continue;
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                model.getProperties().put(component.getName(), nullable(property));
            } else if (model.getRequired() == null || !model.getRequired().contains(component.getName())) {
                model.addRequiredItem(component.getName());
            }
        }
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            JsonSchema nothing = new JsonSchema();
            nothing.setTypes(Set.of("null"));
            JsonSchema either = new JsonSchema();
            either.addAnyOfItem(property);
            either.addAnyOfItem(nothing);
            return either;
        }
        if (property.getTypes() != null) {
            property.addType("null");
            if (property.getEnum() != null) {
                property.addEnumItemObject(null);
            }
        }
        return property;
    }
}
