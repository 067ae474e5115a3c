package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the fields of one JSON object with messages that name the field, and refuses those nobody asked for.
final class Fields {
    private final JsonNode object;
    private final String where;
    private final Set<String> known = new LinkedHashSet<>();

    /// @param where names the object in messages, such as `voices[1]`; empty for the recipe itself
    Fields(JsonNode object, String where) {
        if (!object.isObject()) {
            throw new BadInput((where.isEmpty() ? "A recipe" : "\"" + where + "\"") + " must be a JSON object in braces.");
        }
        this.object = object;
        this.where = where;
    }

    /// The field's full name for messages: `voices[1].guidance`.
    String name(String field) {
        return where.isEmpty() ? field : where + "." + field;
    }

    @Nullable JsonNode optional(String field) {
        known.add(field);
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }

    JsonNode required(String field) {
        JsonNode value = optional(field);
        if (value == null) {
            throw new BadInput("\"" + name(field) + "\" is missing.");
        }
        return value;
    }

    String text(String field) {
        JsonNode value = required(field);
        if (!value.isString()) {
            throw new BadInput("\"" + name(field) + "\" must be a text in quotes, not " + value + ".");
        }
        return value.stringValue();
    }

    String text(String field, String otherwise) {
        return optional(field) == null ? otherwise : text(field);
    }

    /// A file's name, relative to `base` unless it is absolute.
    Path path(String field, Path base) {
        String text = text(field);
        try {
            return base.resolve(text);
        } catch (InvalidPathException odd) {
            throw new BadInput("\"" + name(field) + "\" cannot be a file's name here: " + odd.getReason() + ".", odd);
        }
    }

    boolean flag(String field) {
        JsonNode value = optional(field);
        if (value != null && !value.isBoolean()) {
            throw new BadInput("\"" + name(field) + "\" must be true or false, not " + value + ".");
        }
        return value != null && value.booleanValue();
    }

    long integer(String field, long otherwise) {
        JsonNode value = optional(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new BadInput("\"" + name(field) + "\" must be a whole number, not " + value + ".");
        }
        return value.longValue();
    }

    int integer(String field, int otherwise, int low, int high) {
        return Ranges.integer(name(field), integer(field, otherwise), low, high);
    }

    double number(String field, double otherwise) {
        Double value = number(field);
        return value == null ? otherwise : value;
    }

    @Nullable Double number(String field) {
        JsonNode value = optional(field);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw new BadInput("\"" + name(field) + "\" must be a number, not " + value + ".");
        }
        return value.doubleValue();
    }

    /// Call when every field has been read.
    void refuseUnknown() {
        Set<String> unknown = new TreeSet<>(object.propertyNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new BadInput("Unknown field \"%s\". Known here: %s.".formatted(name(unknown.iterator().next()), String.join(", ", known)));
        }
    }
}
