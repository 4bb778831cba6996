package io.tunetally.settings;

import java.util.List;

/** The settings of one platform. Its adapter provides them to {@link java.util.ServiceLoader}, so that a file's keys can be checked. */
public interface PlatformSettings {
    List<Setting> settings();
}
