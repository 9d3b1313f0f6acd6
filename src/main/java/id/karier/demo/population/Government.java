package id.karier.demo.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The story of an agency: who it is, where its people come from, who teaches them. The units are in the outline
 * {@code demo/<outline>.txt}.
 *
 * @param slot keeps identity numbers of several populations apart, from 0 to 7
 * @param code the agency's code
 * @param nickname how its people call it
 * @param kind code of the reference list agency-kinds
 * @param head what its elected head is called
 * @param predecessor where people served who are there longer than the agency
 * @param region four digits after the 99 of invented NIKs
 * @param peoples each with its share
 * @param places where it has branches, and where people are born
 * @param providers who teaches
 */
public record Government(
        int slot,
        String code,
        String outline,
        String name,
        String nickname,
        String kind,
        String zone,
        String head,
        LocalDate founded,
        String predecessor,
        String region,
        List<Share> peoples,
        List<String> places,
        List<String> providers) {
    /** How many of a hundred are of a people. */
    public record Share(String people, int percent) {}

    /** The five of the demo, in the order of their slots. */
    public static final List<Government> ALL = List.of(
            new Government(
                    0,
                    "lampung",
                    "lampung",
                    "Pemerintah Provinsi Lampung",
                    "Lampung",
                    "PROVINCE",
                    "Asia/Jakarta",
                    "Gubernur Lampung",
                    LocalDate.of(1964, 3, 18),
                    "Pemerintah Provinsi Sumatera Selatan",
                    "1801",
                    peoples("jawa", 50, "lampung", 20, "sunda", 10, "minang", 7, "bali", 5, "batak", 4, "tionghoa", 4),
                    List.of(
                            "Bandar Lampung",
                            "Metro",
                            "Kalianda",
                            "Pringsewu",
                            "Gunung Sugih",
                            "Kotabumi",
                            "Liwa",
                            "Menggala",
                            "Kota Agung",
                            "Sukadana"),
                    List.of(
                            "BPSDM Provinsi Lampung",
                            "Balai Pelatihan Kesehatan Lampung",
                            "Politeknik Kesehatan Contoh Lampung",
                            "Lembaga Akreditasi Contoh")),
            new Government(
                    1,
                    "tanjungselor",
                    "tanjungselor",
                    "Pemerintah Kabupaten Tanjungselor",
                    "Tanjungselor",
                    "REGENCY",
                    "Asia/Makassar",
                    "Bupati Tanjungselor",
                    LocalDate.of(1959, 6, 26),
                    "Pemerintah Provinsi Kalimantan",
                    "6502",
                    peoples("tidung", 24, "bugis", 24, "jawa", 22, "dayak", 18, "banjar", 10, "tionghoa", 2),
                    List.of(
                            "Tanjung Selor",
                            "Tanjung Palas",
                            "Sekatak",
                            "Bunyu",
                            "Peso",
                            "Long Bang",
                            "Tarakan",
                            "Malinau"),
                    List.of(
                            "Universitas Contoh Kalimantan Utara",
                            "Universitas Terbuka Contoh",
                            "PT Mitra Belajar Nusantara",
                            "PT Energi Contoh Borneo",
                            "BPSDM Kabupaten Tanjungselor")),
            new Government(
                    2,
                    "bandung",
                    "bandung",
                    "Pemerintah Kota Bandung",
                    "Bandung",
                    "CITY",
                    "Asia/Jakarta",
                    "Wali Kota Bandung",
                    LocalDate.of(1945, 8, 19),
                    "Pemerintah Provinsi Jawa Barat",
                    "3273",
                    peoples("sunda", 68, "jawa", 18, "minang", 5, "batak", 5, "tionghoa", 4),
                    List.of(
                            "Bandung",
                            "Sukajadi",
                            "Ujungberung",
                            "Gedebage",
                            "Cibiru",
                            "Arcamanik",
                            "Kiaracondong",
                            "Antapani",
                            "Cimahi",
                            "Lembang"),
                    List.of(
                            "BKPSDM Kota Bandung",
                            "Balai Pengembangan Kompetensi PU Contoh",
                            "Institut Teknologi Contoh",
                            "Asosiasi Pembina Jasa Konstruksi Contoh")),
            new Government(
                    3,
                    "bengkulu",
                    "bengkulu",
                    "Pemerintah Provinsi Bengkulu",
                    "Bengkulu",
                    "PROVINCE",
                    "Asia/Jakarta",
                    "Gubernur Bengkulu",
                    LocalDate.of(1968, 11, 18),
                    "Pemerintah Provinsi Sumatera Selatan",
                    "1701",
                    peoples("melayu", 58, "jawa", 22, "minang", 13, "batak", 4, "sunda", 3),
                    List.of(
                            "Bengkulu",
                            "Curup",
                            "Manna",
                            "Argamakmur",
                            "Mukomuko",
                            "Kepahiang",
                            "Tais",
                            "Bintuhan",
                            "Karang Tinggi"),
                    List.of(
                            "BPSDM Provinsi Bengkulu",
                            "Balai Guru Penggerak Contoh",
                            "Universitas Contoh Bengkulu",
                            "Lembaga Penjaminan Mutu Pendidikan Contoh")),
            new Government(
                    4,
                    "lhokseumawe",
                    "lhokseumawe",
                    "Pemerintah Kota Lhokseumawe",
                    "Lhokseumawe",
                    "CITY",
                    "Asia/Jakarta",
                    "Wali Kota Lhokseumawe",
                    LocalDate.of(2001, 6, 21),
                    "Pemerintah Kabupaten Aceh Utara",
                    "1173",
                    peoples("aceh", 84, "jawa", 8, "minang", 5, "melayu", 3),
                    List.of(
                            "Lhokseumawe",
                            "Cunda",
                            "Batuphat",
                            "Blang Mangat",
                            "Lhoksukon",
                            "Bireuen",
                            "Langsa",
                            "Sigli"),
                    List.of(
                            "BKPSDM Kota Lhokseumawe",
                            "Pusat Kepemimpinan Contoh Aceh",
                            "BPSDM Aceh Contoh",
                            "Universitas Contoh Lhokseumawe")));

    /** The same story under another agency, for load tests and files of new people. */
    public Government as(String otherCode, int otherSlot) {
        return new Government(
                otherSlot,
                otherCode,
                outline,
                name,
                nickname,
                kind,
                zone,
                head,
                founded,
                predecessor,
                region,
                peoples,
                places,
                providers);
    }

    /** The one of the demo with this code. */
    public static Government called(String code) {
        return ALL.stream().filter(g -> g.code.equals(code)).findFirst().orElseThrow();
    }

    /** {@code Provinsi Lampung}. */
    String of() {
        return name.substring("Pemerintah ".length());
    }

    boolean isProvince() {
        return kind.equals("PROVINCE");
    }

    private static List<Share> peoples(Object... namesAndPercents) {
        var shares = new ArrayList<Share>();
        for (int i = 0; i < namesAndPercents.length; i += 2) {
            shares.add(new Share((String) namesAndPercents[i], (Integer) namesAndPercents[i + 1]));
        }
        return List.copyOf(shares);
    }
}
