package latchkey.web.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A small body that has to be a JSON object. */
final class JsonBody {
    private static final int LARGEST = 64 * 1024;

    private JsonBody() {}

    static JsonNode of(Context ctx) throws IOException {
        if (!String.valueOf(ctx.contentType()).startsWith("application/json")) {
            throw new BadRequestResponse("The body has to be application/json.");
        }
        byte[] bytes = ctx.bodyInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new BadRequestResponse("The body is longer than " + LARGEST + " bytes.");
        }
        try {
            JsonNode body = JsonMapper.shared().readTree(new String(bytes, StandardCharsets.UTF_8));
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException e) {
            throw new BadRequestResponse("The body is no JSON.");
        }
        throw new BadRequestResponse("The body has to be a JSON object.");
    }

    /** A list that has to be there and to hold something, as text of its own. */
    static String list(JsonNode body, String name) {
        JsonNode list = body.path(name);
        if (!list.isArray() || list.isEmpty()) {
            throw new BadRequestResponse("The body has to hold a list '" + name + "'.");
        }
        return JsonMapper.shared().createObjectNode().set(name, list).toString();
    }

    static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isString() || value.asString().isBlank()) {
            throw new BadRequestResponse("The body has to hold a text '" + name + "'.");
        }
        return value.asString().strip();
    }

    /** A whole number, or the given one when there is none. */
    static long number(JsonNode body, String name, long otherwise) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new BadRequestResponse("'" + name + "' has to be a whole number.");
        }
        return value.asLong();
    }
}
