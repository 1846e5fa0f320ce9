package dev.primegate.simulator.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.primegate.money.Decimal10;
import java.time.Instant;
import java.util.function.Function;

/** Journal entries as one line of JSON each. */
final class EntryJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Decimal10.class, ToStringSerializer.instance)
                                    .addSerializer(Instant.class, ToStringSerializer.instance)
                                    .addSerializer(Instrument.class, ToStringSerializer.instance)
                                    .addDeserializer(
                                            Decimal10.class,
                                            new Text<>(Decimal10.class, Decimal10::of))
                                    .addDeserializer(
                                            Instant.class,
                                            new Text<>(Instant.class, Instant::parse))
                                    .addDeserializer(
                                            Instrument.class,
                                            new Text<>(Instrument.class, EntryJson::instrument)))
                    .build();

    private EntryJson() {}

    static String write(Entry entry) {
        try {
            return MAPPER.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry that is no JSON", e);
        }
    }

    static Entry read(String line) {
        try {
            return MAPPER.readValue(line, Entry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a journal entry: " + line, e);
        }
    }

    private static Instrument instrument(String id) {
        return Instruments.find(id)
                .orElseThrow(() -> new IllegalArgumentException("no instrument " + id));
    }

    private static final class Text<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<String, T> reading;

        Text(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) {
            return reading.apply(value);
        }
    }
}
