package io.tunetally.catalog;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * GPUs to own or rent: dense bf16/fp16 peak in TFLOPS (with fp32 accumulation) and memory in GB, from the vendors' data
 * sheets: NVIDIA's of each data centre GPU, HGX and NVL72 system (half of the sparse peak), its GeForce and RTX PRO
 * architecture white papers, and AMD's of the MI300X. The watts of a whole card are those of the same sheets, where it is sold in one
 * form only.
 */
public enum Gpu {
    H100("h100", "H100", "989", 80),
    H200("h200", "H200", "989", 141),
    B200("b200", "B200", "2250", 180),
    B300("b300", "B300", "2250", 288),
    GB200("gb200", "GB200", "2500", 186),
    GB300("gb300", "GB300", "2500", 288),
    MI300X("mi300x", "MI300X", "1307.4", 192),
    A100("a100_80", "A100 80 GB", "312", 80),
    A100_40("a100_40", "A100 40 GB", "312", 40),
    A6000("a6000", "RTX A6000", "154.8", 48, 300),
    A40("a40", "A40", "149.7", 48, 300),
    RTX_PRO_6000("rtx_pro_6000", "RTX PRO 6000", "503.8", 96),
    L40S("l40s", "L40S", "362", 48, 350),
    L4("l4", "L4", "121", 24, 72),
    A10("a10", "A10", "125", 24, 150),
    T4("t4", "T4", "65", 16, 70),
    RTX_5090("rtx5090", "RTX 5090", "209.5", 32, 575),
    RTX_4090("rtx4090", "RTX 4090", "165", 24, 450),
    RTX_3090("rtx3090", "RTX 3090", "71", 24, 350);

    /** The price books' prefix of a consumer GPU, which people call by its number. */
    private static final String CONSUMER = "rtx";

    private final String id;
    private final String label;
    private final BigDecimal peakTflops;
    private final int memoryGb;
    /** Zero if its forms differ. */
    private final int watts;

    Gpu(String id, String label, String peakTflops, int memoryGb) {
        this(id, label, peakTflops, memoryGb, 0);
    }

    Gpu(String id, String label, String peakTflops, int memoryGb, int watts) {
        this.id = id;
        this.label = label;
        this.peakTflops = new BigDecimal(peakTflops);
        this.memoryGb = memoryGb;
        this.watts = watts;
    }

    /** Returns the id in the price books, in which a variant such as {@code h100_sxm} is the same GPU. */
    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public BigDecimal peakTflops() {
        return peakTflops;
    }

    public int memoryGb() {
        return memoryGb;
    }

    /** Returns the watts that a card draws at most, where all cards of the name draw as many. */
    public OptionalInt watts() {
        return watts == 0 ? OptionalInt.empty() : OptionalInt.of(watts);
    }

    /** True if a price for a variant applies to this GPU. */
    public boolean isVariant(String variant) {
        return variant.equals(id) || variant.startsWith(id + "_");
    }

    /** Returns the GPU that a variant in the price books is one of. */
    public static Optional<Gpu> ofVariant(String variant) {
        return Arrays.stream(values()).filter(gpu -> gpu.isVariant(variant)).findFirst();
    }

    /** Returns all ids, to name them in a fault. */
    public static String ids() {
        return Arrays.stream(values()).map(Gpu::id).collect(Collectors.joining(", "));
    }

    /** Returns the GPU with a name: a bare {@code a100} is the 80 GB one, {@code a100-40gb} is not, {@code 4090} is the RTX 4090. */
    public static Optional<Gpu> named(String word) {
        String id = word.replace('-', '_').replaceFirst("gb$", "");
        return Arrays.stream(values())
                .filter(gpu -> gpu.id.equals(id) || gpu.id.split("_", -1)[0].equals(id) || gpu.id.equals(CONSUMER + id))
                .findFirst();
    }
}
