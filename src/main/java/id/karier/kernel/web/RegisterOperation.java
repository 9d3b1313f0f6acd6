package id.karier.kernel.web;

import java.util.Locale;

/** The operations of a {@link RegisterResource}, one for each of its methods, and what the contract says of them. */
public enum RegisterOperation {
    LIST("list%ss", "Riwayat %2$s seorang pegawai, terbaru dahulu", "Kunci urutan: %s."),
    GET("get%s", "Satu %s dari riwayat", ""),
    CREATE("create%s", "Catat %s", "%2$s"),
    PATCH("patch%s", "Ubah %s yang tercatat", ""),
    DELETE("delete%s", "Hapus %s yang salah catat", "Log perubahan menyimpan isinya.");

    private final String id;
    private final String summary;
    private final String description;

    RegisterOperation(String id, String summary, String description) {
        this.id = id;
        this.summary = summary;
        this.description = description;
    }

    /** @param method name of a method of {@link RegisterResource} */
    public static RegisterOperation of(String method) {
        return valueOf(method.toUpperCase(Locale.ROOT));
    }

    /** @param object as {@link Register#object()} */
    public String id(String object) {
        return id.formatted(object);
    }

    /** @param one as {@link Register#one()}, and so on */
    public String summary(String one, String many) {
        return summary.formatted(one, many.isEmpty() ? one : many);
    }

    /** Empty when the summary says all. */
    public String description(String sort, String creating) {
        return description.formatted(sort, creating);
    }
}
