package io.tunetally.slack.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTest {
    @Test
    void readsFieldsAsTheyWereTyped() {
        assertThat(FormFields.of("a=1&b=x+y%26%C3%BC&c=&d&=e&a=2&f=g=h"))
                .isEqualTo(Map.of("a", "2", "b", "x y&ü", "c", "", "f", "g=h"));
        assertThat(FormFields.of(null)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> FormFields.of("a=%2"));
    }
}
