package com.acme;

/** The revisions of this module, as its {@code @Revision} classes declare them. */
@javax.annotation.processing.Generated("dev.lambic.processor.RevisionProcessor")
public final class RevisionIndex_d0d25d3e implements dev.lambic.script.RevisionIndex {
  /** Made by {@link java.util.ServiceLoader}. */
  public RevisionIndex_d0d25d3e() {}

  static final java.lang.String CLASSES_0 = "com.acme.Many0.V0 com.acme.Many0.V1 com.acme.Many0.V2 com.acme.Many0.V3 com.acme.Many0.V4 com.acme.Many0.V5 com.acme.Many0.V6 com.acme.Many0.V7 com.acme.Many0.V8 com.acme.Many0.V9 com.acme.Many0.V10 com.acme.Many0.V11 com.acme.Many0.V12 com.acme.Many0.V13 com.acme.Many0.V14 com.acme.Many0.V15 com.acme.Many0.V16 com.acme.Many0.V17 com.acme.Many0.V18 com.acme.Many0.V19 com.acme.Many0.V20 com.acme.Many0.V21 com.acme.Many0.V22 com.acme.Many0.V23 com.acme.Many0.V24 com.acme.Many0.V25 com.acme.Many0.V26 com.acme.Many0.V27 com.acme.Many0.V28 com.acme.Many0.V29 com.acme.Many0.V30 com.acme.Many0.V31 com.acme.Many0.V32 com.acme.Many0.V33 com.acme.Many0.V34 com.acme.Many0.V35 com.acme.Many0.V36 com.acme.Many0.V37 com.acme.Many0.V38 com.acme.Many0.V39 com.acme.Many0.V40 com.acme.Many0.V41 com.acme.Many0.V42 com.acme.Many0.V43 com.acme.Many0.V44 com.acme.Many0.V45 com.acme.Many0.V46 com.acme.Many0.V47 com.acme.Many0.V48 com.acme.Many0.V49 com.acme.Many0.V50 com.acme.Many0.V51 com.acme.Many0.V52 com.acme.Many0.V53 com.acme.Many0.V54 com.acme.Many0.V55 com.acme.Many0.V56 com.acme.Many0.V57 com.acme.Many0.V58 com.acme.Many0.V59 com.acme.Many0.V60 com.acme.Many0.V61 com.acme.Many0.V62 com.acme.Many0.V63 com.acme.Many0.V64 com.acme.Many0.V65 com.acme.Many0.V66 com.acme.Many0.V67 com.acme.Many0.V68 com.acme.Many0.V69 com.acme.Many0.V70 com.acme.Many0.V71 com.acme.Many0.V72 com.acme.Many0.V73 com.acme.Many0.V74 com.acme.Many0.V75 com.acme.Many0.V76 com.acme.Many0.V77 com.acme.Many0.V78 com.acme.Many0.V79 com.acme.Many0.V80 com.acme.Many0.V81 com.acme.Many0.V82 com.acme.Many0.V83 com.acme.Many0.V84 com.acme.Many0.V85 com.acme.Many0.V86 com.acme.Many0.V87 com.acme.Many0.V88 com.acme.Many0.V89 com.acme.Many0.V90 com.acme.Many0.V91 com.acme.Many0.V92 com.acme.Many0.V93 com.acme.Many0.V94 com.acme.Many0.V95 com.acme.Many0.V96 com.acme.Many0.V97 com.acme.Many0.V98 com.acme.Many0.V99 com.acme.Many0.V100 com.acme.Many0.V101 com.acme.Many0.V102 com.acme.Many0.V103 com.acme.Many0.V104 com.acme.Many0.V105 com.acme.Many0.V106 com.acme.Many0.V107 com.acme.Many0.V108 com.acme.Many0.V109 com.acme.Many0.V110 com.acme.Many0.V111 com.acme.Many0.V112 com.acme.Many0.V113 com.acme.Many0.V114 com.acme.Many0.V115 com.acme.Many0.V116 com.acme.Many0.V117 com.acme.Many0.V118 com.acme.Many0.V119 com.acme.Many0.V120 com.acme.Many0.V121 com.acme.Many0.V122 com.acme.Many0.V123 com.acme.Many0.V124 com.acme.Many0.V125 com.acme.Many0.V126 com.acme.Many0.V127 com.acme.Many0.V128 com.acme.Many0.V129 com.acme.Many0.V130 com.acme.Many0.V131 com.acme.Many0.V132 com.acme.Many0.V133 com.acme.Many0.V134 com.acme.Many0.V135 com.acme.Many0.V136 com.acme.Many0.V137 com.acme.Many0.V138 com.acme.Many0.V139 com.acme.Many0.V140 com.acme.Many0.V141 com.acme.Many0.V142 com.acme.Many0.V143 com.acme.Many0.V144 com.acme.Many0.V145 com.acme.Many0.V146 com.acme.Many0.V147 com.acme.Many0.V148 com.acme.Many0.V149 com.acme.Many0.V150 com.acme.Many0.V151 com.acme.Many0.V152 com.acme.Many0.V153 com.acme.Many0.V154 com.acme.Many0.V155 com.acme.Many0.V156 com.acme.Many0.V157 com.acme.Many0.V158 com.acme.Many0.V159 com.acme.Many0.V160 com.acme.Many0.V161 com.acme.Many0.V162 com.acme.Many0.V163 com.acme.Many0.V164 com.acme.Many0.V165 com.acme.Many0.V166 com.acme.Many0.V167 com.acme.Many0.V168 com.acme.Many0.V169 com.acme.Many0.V170 com.acme.Many0.V171 com.acme.Many0.V172 com.acme.Many0.V173 com.acme.Many0.V174 com.acme.Many0.V175 com.acme.Many0.V176 com.acme.Many0.V177 com.acme.Many0.V178 com.acme.Many0.V179 com.acme.Many0.V180 com.acme.Many0.V181 com.acme.Many0.V182 com.acme.Many0.V183 com.acme.Many0.V184 com.acme.Many0.V185 com.acme.Many0.V186 com.acme.Many0.V187 com.acme.Many0.V188 com.acme.Many0.V189 com.acme.Many0.V190 com.acme.Many0.V191 com.acme.Many0.V192 com.acme.Many0.V193 com.acme.Many0.V194 com.acme.Many0.V195 com.acme.Many0.V196 com.acme.Many0.V197 com.acme.Many0.V198 com.acme.Many0.V199 com.acme.Many0.V200 com.acme.Many0.V201 com.acme.Many0.V202 com.acme.Many0.V203 com.acme.Many0.V204 com.acme.Many0.V205 com.acme.Many0.V206 com.acme.Many0.V207 com.acme.Many0.V208 com.acme.Many0.V209 com.acme.Many0.V210 com.acme.Many0.V211 com.acme.Many0.V212 com.acme.Many0.V213 com.acme.Many0.V214 com.acme.Many0.V215 com.acme.Many0.V216 com.acme.Many0.V217 com.acme.Many0.V218 com.acme.Many0.V219 com.acme.Many0.V220 com.acme.Many0.V221 com.acme.Many0.V222 com.acme.Many0.V223 com.acme.Many0.V224 com.acme.Many0.V225 com.acme.Many0.V226 com.acme.Many0.V227 com.acme.Many0.V228 com.acme.Many0.V229 com.acme.Many0.V230 com.acme.Many0.V231 com.acme.Many0.V232 com.acme.Many0.V233 com.acme.Many0.V234 com.acme.Many0.V235 com.acme.Many0.V236 com.acme.Many0.V237 com.acme.Many0.V238 com.acme.Many0.V239 com.acme.Many0.V240 com.acme.Many0.V241 com.acme.Many0.V242 com.acme.Many0.V243 com.acme.Many0.V244 com.acme.Many0.V245 com.acme.Many0.V246 com.acme.Many0.V247 com.acme.Many0.V248 com.acme.Many0.V249";
  static final java.lang.String CLASSES_250 = "com.acme.Many0.V250";

  @java.lang.Override
  public java.util.List<java.lang.String> heads() {
    return java.util.List.of("00250");
  }

  @java.lang.Override
  public java.util.List<dev.lambic.script.RevisionEntry> revisions() {
    java.util.List<dev.lambic.script.RevisionEntry> revisions = new java.util.ArrayList<>(251);
    revisions.addAll(From0.revisions());
    revisions.addAll(From250.revisions());
    return java.util.Collections.unmodifiableList(revisions);
  }

  @java.lang.Override
  public dev.lambic.Migration create(int position) {
    if (position < 250) {
      return From0.create(position);
    }
    if (position < 251) {
      return From250.create(position);
    }
    throw new java.lang.IndexOutOfBoundsException(position);
  }

  private static final class From0 {
    static java.util.List<dev.lambic.script.RevisionEntry> revisions() {
      return java.util.List.of(new dev.lambic.script.RevisionEntry[] {
        dev.lambic.script.RevisionEntry.builder("00000", "com.acme.Many0$V0")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00001", "com.acme.Many0$V1")
            .downRevision("00000")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00002", "com.acme.Many0$V2")
            .downRevision("00001")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00003", "com.acme.Many0$V3")
            .downRevision("00002")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00004", "com.acme.Many0$V4")
            .downRevision("00003")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00005", "com.acme.Many0$V5")
            .downRevision("00004")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00006", "com.acme.Many0$V6")
            .downRevision("00005")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00007", "com.acme.Many0$V7")
            .downRevision("00006")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00008", "com.acme.Many0$V8")
            .downRevision("00007")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00009", "com.acme.Many0$V9")
            .downRevision("00008")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00010", "com.acme.Many0$V10")
            .downRevision("00009")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00011", "com.acme.Many0$V11")
            .downRevision("00010")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00012", "com.acme.Many0$V12")
            .downRevision("00011")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00013", "com.acme.Many0$V13")
            .downRevision("00012")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00014", "com.acme.Many0$V14")
            .downRevision("00013")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00015", "com.acme.Many0$V15")
            .downRevision("00014")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00016", "com.acme.Many0$V16")
            .downRevision("00015")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00017", "com.acme.Many0$V17")
            .downRevision("00016")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00018", "com.acme.Many0$V18")
            .downRevision("00017")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00019", "com.acme.Many0$V19")
            .downRevision("00018")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00020", "com.acme.Many0$V20")
            .downRevision("00019")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00021", "com.acme.Many0$V21")
            .downRevision("00020")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00022", "com.acme.Many0$V22")
            .downRevision("00021")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00023", "com.acme.Many0$V23")
            .downRevision("00022")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00024", "com.acme.Many0$V24")
            .downRevision("00023")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00025", "com.acme.Many0$V25")
            .downRevision("00024")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00026", "com.acme.Many0$V26")
            .downRevision("00025")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00027", "com.acme.Many0$V27")
            .downRevision("00026")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00028", "com.acme.Many0$V28")
            .downRevision("00027")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00029", "com.acme.Many0$V29")
            .downRevision("00028")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00030", "com.acme.Many0$V30")
            .downRevision("00029")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00031", "com.acme.Many0$V31")
            .downRevision("00030")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00032", "com.acme.Many0$V32")
            .downRevision("00031")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00033", "com.acme.Many0$V33")
            .downRevision("00032")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00034", "com.acme.Many0$V34")
            .downRevision("00033")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00035", "com.acme.Many0$V35")
            .downRevision("00034")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00036", "com.acme.Many0$V36")
            .downRevision("00035")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00037", "com.acme.Many0$V37")
            .downRevision("00036")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00038", "com.acme.Many0$V38")
            .downRevision("00037")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00039", "com.acme.Many0$V39")
            .downRevision("00038")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00040", "com.acme.Many0$V40")
            .downRevision("00039")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00041", "com.acme.Many0$V41")
            .downRevision("00040")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00042", "com.acme.Many0$V42")
            .downRevision("00041")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00043", "com.acme.Many0$V43")
            .downRevision("00042")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00044", "com.acme.Many0$V44")
            .downRevision("00043")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00045", "com.acme.Many0$V45")
            .downRevision("00044")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00046", "com.acme.Many0$V46")
            .downRevision("00045")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00047", "com.acme.Many0$V47")
            .downRevision("00046")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00048", "com.acme.Many0$V48")
            .downRevision("00047")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00049", "com.acme.Many0$V49")
            .downRevision("00048")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00050", "com.acme.Many0$V50")
            .downRevision("00049")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00051", "com.acme.Many0$V51")
            .downRevision("00050")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00052", "com.acme.Many0$V52")
            .downRevision("00051")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00053", "com.acme.Many0$V53")
            .downRevision("00052")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00054", "com.acme.Many0$V54")
            .downRevision("00053")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00055", "com.acme.Many0$V55")
            .downRevision("00054")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00056", "com.acme.Many0$V56")
            .downRevision("00055")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00057", "com.acme.Many0$V57")
            .downRevision("00056")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00058", "com.acme.Many0$V58")
            .downRevision("00057")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00059", "com.acme.Many0$V59")
            .downRevision("00058")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00060", "com.acme.Many0$V60")
            .downRevision("00059")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00061", "com.acme.Many0$V61")
            .downRevision("00060")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00062", "com.acme.Many0$V62")
            .downRevision("00061")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00063", "com.acme.Many0$V63")
            .downRevision("00062")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00064", "com.acme.Many0$V64")
            .downRevision("00063")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00065", "com.acme.Many0$V65")
            .downRevision("00064")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00066", "com.acme.Many0$V66")
            .downRevision("00065")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00067", "com.acme.Many0$V67")
            .downRevision("00066")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00068", "com.acme.Many0$V68")
            .downRevision("00067")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00069", "com.acme.Many0$V69")
            .downRevision("00068")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00070", "com.acme.Many0$V70")
            .downRevision("00069")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00071", "com.acme.Many0$V71")
            .downRevision("00070")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00072", "com.acme.Many0$V72")
            .downRevision("00071")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00073", "com.acme.Many0$V73")
            .downRevision("00072")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00074", "com.acme.Many0$V74")
            .downRevision("00073")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00075", "com.acme.Many0$V75")
            .downRevision("00074")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00076", "com.acme.Many0$V76")
            .downRevision("00075")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00077", "com.acme.Many0$V77")
            .downRevision("00076")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00078", "com.acme.Many0$V78")
            .downRevision("00077")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00079", "com.acme.Many0$V79")
            .downRevision("00078")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00080", "com.acme.Many0$V80")
            .downRevision("00079")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00081", "com.acme.Many0$V81")
            .downRevision("00080")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00082", "com.acme.Many0$V82")
            .downRevision("00081")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00083", "com.acme.Many0$V83")
            .downRevision("00082")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00084", "com.acme.Many0$V84")
            .downRevision("00083")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00085", "com.acme.Many0$V85")
            .downRevision("00084")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00086", "com.acme.Many0$V86")
            .downRevision("00085")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00087", "com.acme.Many0$V87")
            .downRevision("00086")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00088", "com.acme.Many0$V88")
            .downRevision("00087")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00089", "com.acme.Many0$V89")
            .downRevision("00088")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00090", "com.acme.Many0$V90")
            .downRevision("00089")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00091", "com.acme.Many0$V91")
            .downRevision("00090")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00092", "com.acme.Many0$V92")
            .downRevision("00091")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00093", "com.acme.Many0$V93")
            .downRevision("00092")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00094", "com.acme.Many0$V94")
            .downRevision("00093")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00095", "com.acme.Many0$V95")
            .downRevision("00094")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00096", "com.acme.Many0$V96")
            .downRevision("00095")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00097", "com.acme.Many0$V97")
            .downRevision("00096")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00098", "com.acme.Many0$V98")
            .downRevision("00097")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00099", "com.acme.Many0$V99")
            .downRevision("00098")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00100", "com.acme.Many0$V100")
            .downRevision("00099")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00101", "com.acme.Many0$V101")
            .downRevision("00100")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00102", "com.acme.Many0$V102")
            .downRevision("00101")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00103", "com.acme.Many0$V103")
            .downRevision("00102")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00104", "com.acme.Many0$V104")
            .downRevision("00103")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00105", "com.acme.Many0$V105")
            .downRevision("00104")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00106", "com.acme.Many0$V106")
            .downRevision("00105")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00107", "com.acme.Many0$V107")
            .downRevision("00106")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00108", "com.acme.Many0$V108")
            .downRevision("00107")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00109", "com.acme.Many0$V109")
            .downRevision("00108")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00110", "com.acme.Many0$V110")
            .downRevision("00109")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00111", "com.acme.Many0$V111")
            .downRevision("00110")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00112", "com.acme.Many0$V112")
            .downRevision("00111")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00113", "com.acme.Many0$V113")
            .downRevision("00112")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00114", "com.acme.Many0$V114")
            .downRevision("00113")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00115", "com.acme.Many0$V115")
            .downRevision("00114")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00116", "com.acme.Many0$V116")
            .downRevision("00115")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00117", "com.acme.Many0$V117")
            .downRevision("00116")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00118", "com.acme.Many0$V118")
            .downRevision("00117")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00119", "com.acme.Many0$V119")
            .downRevision("00118")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00120", "com.acme.Many0$V120")
            .downRevision("00119")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00121", "com.acme.Many0$V121")
            .downRevision("00120")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00122", "com.acme.Many0$V122")
            .downRevision("00121")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00123", "com.acme.Many0$V123")
            .downRevision("00122")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00124", "com.acme.Many0$V124")
            .downRevision("00123")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00125", "com.acme.Many0$V125")
            .downRevision("00124")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00126", "com.acme.Many0$V126")
            .downRevision("00125")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00127", "com.acme.Many0$V127")
            .downRevision("00126")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00128", "com.acme.Many0$V128")
            .downRevision("00127")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00129", "com.acme.Many0$V129")
            .downRevision("00128")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00130", "com.acme.Many0$V130")
            .downRevision("00129")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00131", "com.acme.Many0$V131")
            .downRevision("00130")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00132", "com.acme.Many0$V132")
            .downRevision("00131")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00133", "com.acme.Many0$V133")
            .downRevision("00132")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00134", "com.acme.Many0$V134")
            .downRevision("00133")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00135", "com.acme.Many0$V135")
            .downRevision("00134")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00136", "com.acme.Many0$V136")
            .downRevision("00135")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00137", "com.acme.Many0$V137")
            .downRevision("00136")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00138", "com.acme.Many0$V138")
            .downRevision("00137")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00139", "com.acme.Many0$V139")
            .downRevision("00138")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00140", "com.acme.Many0$V140")
            .downRevision("00139")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00141", "com.acme.Many0$V141")
            .downRevision("00140")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00142", "com.acme.Many0$V142")
            .downRevision("00141")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00143", "com.acme.Many0$V143")
            .downRevision("00142")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00144", "com.acme.Many0$V144")
            .downRevision("00143")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00145", "com.acme.Many0$V145")
            .downRevision("00144")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00146", "com.acme.Many0$V146")
            .downRevision("00145")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00147", "com.acme.Many0$V147")
            .downRevision("00146")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00148", "com.acme.Many0$V148")
            .downRevision("00147")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00149", "com.acme.Many0$V149")
            .downRevision("00148")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00150", "com.acme.Many0$V150")
            .downRevision("00149")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00151", "com.acme.Many0$V151")
            .downRevision("00150")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00152", "com.acme.Many0$V152")
            .downRevision("00151")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00153", "com.acme.Many0$V153")
            .downRevision("00152")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00154", "com.acme.Many0$V154")
            .downRevision("00153")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00155", "com.acme.Many0$V155")
            .downRevision("00154")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00156", "com.acme.Many0$V156")
            .downRevision("00155")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00157", "com.acme.Many0$V157")
            .downRevision("00156")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00158", "com.acme.Many0$V158")
            .downRevision("00157")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00159", "com.acme.Many0$V159")
            .downRevision("00158")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00160", "com.acme.Many0$V160")
            .downRevision("00159")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00161", "com.acme.Many0$V161")
            .downRevision("00160")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00162", "com.acme.Many0$V162")
            .downRevision("00161")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00163", "com.acme.Many0$V163")
            .downRevision("00162")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00164", "com.acme.Many0$V164")
            .downRevision("00163")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00165", "com.acme.Many0$V165")
            .downRevision("00164")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00166", "com.acme.Many0$V166")
            .downRevision("00165")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00167", "com.acme.Many0$V167")
            .downRevision("00166")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00168", "com.acme.Many0$V168")
            .downRevision("00167")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00169", "com.acme.Many0$V169")
            .downRevision("00168")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00170", "com.acme.Many0$V170")
            .downRevision("00169")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00171", "com.acme.Many0$V171")
            .downRevision("00170")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00172", "com.acme.Many0$V172")
            .downRevision("00171")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00173", "com.acme.Many0$V173")
            .downRevision("00172")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00174", "com.acme.Many0$V174")
            .downRevision("00173")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00175", "com.acme.Many0$V175")
            .downRevision("00174")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00176", "com.acme.Many0$V176")
            .downRevision("00175")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00177", "com.acme.Many0$V177")
            .downRevision("00176")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00178", "com.acme.Many0$V178")
            .downRevision("00177")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00179", "com.acme.Many0$V179")
            .downRevision("00178")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00180", "com.acme.Many0$V180")
            .downRevision("00179")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00181", "com.acme.Many0$V181")
            .downRevision("00180")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00182", "com.acme.Many0$V182")
            .downRevision("00181")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00183", "com.acme.Many0$V183")
            .downRevision("00182")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00184", "com.acme.Many0$V184")
            .downRevision("00183")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00185", "com.acme.Many0$V185")
            .downRevision("00184")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00186", "com.acme.Many0$V186")
            .downRevision("00185")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00187", "com.acme.Many0$V187")
            .downRevision("00186")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00188", "com.acme.Many0$V188")
            .downRevision("00187")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00189", "com.acme.Many0$V189")
            .downRevision("00188")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00190", "com.acme.Many0$V190")
            .downRevision("00189")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00191", "com.acme.Many0$V191")
            .downRevision("00190")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00192", "com.acme.Many0$V192")
            .downRevision("00191")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00193", "com.acme.Many0$V193")
            .downRevision("00192")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00194", "com.acme.Many0$V194")
            .downRevision("00193")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00195", "com.acme.Many0$V195")
            .downRevision("00194")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00196", "com.acme.Many0$V196")
            .downRevision("00195")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00197", "com.acme.Many0$V197")
            .downRevision("00196")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00198", "com.acme.Many0$V198")
            .downRevision("00197")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00199", "com.acme.Many0$V199")
            .downRevision("00198")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00200", "com.acme.Many0$V200")
            .downRevision("00199")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00201", "com.acme.Many0$V201")
            .downRevision("00200")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00202", "com.acme.Many0$V202")
            .downRevision("00201")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00203", "com.acme.Many0$V203")
            .downRevision("00202")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00204", "com.acme.Many0$V204")
            .downRevision("00203")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00205", "com.acme.Many0$V205")
            .downRevision("00204")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00206", "com.acme.Many0$V206")
            .downRevision("00205")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00207", "com.acme.Many0$V207")
            .downRevision("00206")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00208", "com.acme.Many0$V208")
            .downRevision("00207")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00209", "com.acme.Many0$V209")
            .downRevision("00208")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00210", "com.acme.Many0$V210")
            .downRevision("00209")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00211", "com.acme.Many0$V211")
            .downRevision("00210")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00212", "com.acme.Many0$V212")
            .downRevision("00211")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00213", "com.acme.Many0$V213")
            .downRevision("00212")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00214", "com.acme.Many0$V214")
            .downRevision("00213")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00215", "com.acme.Many0$V215")
            .downRevision("00214")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00216", "com.acme.Many0$V216")
            .downRevision("00215")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00217", "com.acme.Many0$V217")
            .downRevision("00216")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00218", "com.acme.Many0$V218")
            .downRevision("00217")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00219", "com.acme.Many0$V219")
            .downRevision("00218")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00220", "com.acme.Many0$V220")
            .downRevision("00219")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00221", "com.acme.Many0$V221")
            .downRevision("00220")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00222", "com.acme.Many0$V222")
            .downRevision("00221")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00223", "com.acme.Many0$V223")
            .downRevision("00222")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00224", "com.acme.Many0$V224")
            .downRevision("00223")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00225", "com.acme.Many0$V225")
            .downRevision("00224")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00226", "com.acme.Many0$V226")
            .downRevision("00225")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00227", "com.acme.Many0$V227")
            .downRevision("00226")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00228", "com.acme.Many0$V228")
            .downRevision("00227")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00229", "com.acme.Many0$V229")
            .downRevision("00228")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00230", "com.acme.Many0$V230")
            .downRevision("00229")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00231", "com.acme.Many0$V231")
            .downRevision("00230")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00232", "com.acme.Many0$V232")
            .downRevision("00231")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00233", "com.acme.Many0$V233")
            .downRevision("00232")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00234", "com.acme.Many0$V234")
            .downRevision("00233")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00235", "com.acme.Many0$V235")
            .downRevision("00234")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00236", "com.acme.Many0$V236")
            .downRevision("00235")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00237", "com.acme.Many0$V237")
            .downRevision("00236")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00238", "com.acme.Many0$V238")
            .downRevision("00237")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00239", "com.acme.Many0$V239")
            .downRevision("00238")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00240", "com.acme.Many0$V240")
            .downRevision("00239")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00241", "com.acme.Many0$V241")
            .downRevision("00240")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00242", "com.acme.Many0$V242")
            .downRevision("00241")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00243", "com.acme.Many0$V243")
            .downRevision("00242")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00244", "com.acme.Many0$V244")
            .downRevision("00243")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00245", "com.acme.Many0$V245")
            .downRevision("00244")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00246", "com.acme.Many0$V246")
            .downRevision("00245")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00247", "com.acme.Many0$V247")
            .downRevision("00246")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00248", "com.acme.Many0$V248")
            .downRevision("00247")
            .irreversible()
            .build(),
        dev.lambic.script.RevisionEntry.builder("00249", "com.acme.Many0$V249")
            .downRevision("00248")
            .irreversible()
            .build()
      });
    }

    static dev.lambic.Migration create(int position) {
      return switch (position) {
        case 0 -> new com.acme.Many0.V0();
        case 1 -> new com.acme.Many0.V1();
        case 2 -> new com.acme.Many0.V2();
        case 3 -> new com.acme.Many0.V3();
        case 4 -> new com.acme.Many0.V4();
        case 5 -> new com.acme.Many0.V5();
        case 6 -> new com.acme.Many0.V6();
        case 7 -> new com.acme.Many0.V7();
        case 8 -> new com.acme.Many0.V8();
        case 9 -> new com.acme.Many0.V9();
        case 10 -> new com.acme.Many0.V10();
        case 11 -> new com.acme.Many0.V11();
        case 12 -> new com.acme.Many0.V12();
        case 13 -> new com.acme.Many0.V13();
        case 14 -> new com.acme.Many0.V14();
        case 15 -> new com.acme.Many0.V15();
        case 16 -> new com.acme.Many0.V16();
        case 17 -> new com.acme.Many0.V17();
        case 18 -> new com.acme.Many0.V18();
        case 19 -> new com.acme.Many0.V19();
        case 20 -> new com.acme.Many0.V20();
        case 21 -> new com.acme.Many0.V21();
        case 22 -> new com.acme.Many0.V22();
        case 23 -> new com.acme.Many0.V23();
        case 24 -> new com.acme.Many0.V24();
        case 25 -> new com.acme.Many0.V25();
        case 26 -> new com.acme.Many0.V26();
        case 27 -> new com.acme.Many0.V27();
        case 28 -> new com.acme.Many0.V28();
        case 29 -> new com.acme.Many0.V29();
        case 30 -> new com.acme.Many0.V30();
        case 31 -> new com.acme.Many0.V31();
        case 32 -> new com.acme.Many0.V32();
        case 33 -> new com.acme.Many0.V33();
        case 34 -> new com.acme.Many0.V34();
        case 35 -> new com.acme.Many0.V35();
        case 36 -> new com.acme.Many0.V36();
        case 37 -> new com.acme.Many0.V37();
        case 38 -> new com.acme.Many0.V38();
        case 39 -> new com.acme.Many0.V39();
        case 40 -> new com.acme.Many0.V40();
        case 41 -> new com.acme.Many0.V41();
        case 42 -> new com.acme.Many0.V42();
        case 43 -> new com.acme.Many0.V43();
        case 44 -> new com.acme.Many0.V44();
        case 45 -> new com.acme.Many0.V45();
        case 46 -> new com.acme.Many0.V46();
        case 47 -> new com.acme.Many0.V47();
        case 48 -> new com.acme.Many0.V48();
        case 49 -> new com.acme.Many0.V49();
        case 50 -> new com.acme.Many0.V50();
        case 51 -> new com.acme.Many0.V51();
        case 52 -> new com.acme.Many0.V52();
        case 53 -> new com.acme.Many0.V53();
        case 54 -> new com.acme.Many0.V54();
        case 55 -> new com.acme.Many0.V55();
        case 56 -> new com.acme.Many0.V56();
        case 57 -> new com.acme.Many0.V57();
        case 58 -> new com.acme.Many0.V58();
        case 59 -> new com.acme.Many0.V59();
        case 60 -> new com.acme.Many0.V60();
        case 61 -> new com.acme.Many0.V61();
        case 62 -> new com.acme.Many0.V62();
        case 63 -> new com.acme.Many0.V63();
        case 64 -> new com.acme.Many0.V64();
        case 65 -> new com.acme.Many0.V65();
        case 66 -> new com.acme.Many0.V66();
        case 67 -> new com.acme.Many0.V67();
        case 68 -> new com.acme.Many0.V68();
        case 69 -> new com.acme.Many0.V69();
        case 70 -> new com.acme.Many0.V70();
        case 71 -> new com.acme.Many0.V71();
        case 72 -> new com.acme.Many0.V72();
        case 73 -> new com.acme.Many0.V73();
        case 74 -> new com.acme.Many0.V74();
        case 75 -> new com.acme.Many0.V75();
        case 76 -> new com.acme.Many0.V76();
        case 77 -> new com.acme.Many0.V77();
        case 78 -> new com.acme.Many0.V78();
        case 79 -> new com.acme.Many0.V79();
        case 80 -> new com.acme.Many0.V80();
        case 81 -> new com.acme.Many0.V81();
        case 82 -> new com.acme.Many0.V82();
        case 83 -> new com.acme.Many0.V83();
        case 84 -> new com.acme.Many0.V84();
        case 85 -> new com.acme.Many0.V85();
        case 86 -> new com.acme.Many0.V86();
        case 87 -> new com.acme.Many0.V87();
        case 88 -> new com.acme.Many0.V88();
        case 89 -> new com.acme.Many0.V89();
        case 90 -> new com.acme.Many0.V90();
        case 91 -> new com.acme.Many0.V91();
        case 92 -> new com.acme.Many0.V92();
        case 93 -> new com.acme.Many0.V93();
        case 94 -> new com.acme.Many0.V94();
        case 95 -> new com.acme.Many0.V95();
        case 96 -> new com.acme.Many0.V96();
        case 97 -> new com.acme.Many0.V97();
        case 98 -> new com.acme.Many0.V98();
        case 99 -> new com.acme.Many0.V99();
        case 100 -> new com.acme.Many0.V100();
        case 101 -> new com.acme.Many0.V101();
        case 102 -> new com.acme.Many0.V102();
        case 103 -> new com.acme.Many0.V103();
        case 104 -> new com.acme.Many0.V104();
        case 105 -> new com.acme.Many0.V105();
        case 106 -> new com.acme.Many0.V106();
        case 107 -> new com.acme.Many0.V107();
        case 108 -> new com.acme.Many0.V108();
        case 109 -> new com.acme.Many0.V109();
        case 110 -> new com.acme.Many0.V110();
        case 111 -> new com.acme.Many0.V111();
        case 112 -> new com.acme.Many0.V112();
        case 113 -> new com.acme.Many0.V113();
        case 114 -> new com.acme.Many0.V114();
        case 115 -> new com.acme.Many0.V115();
        case 116 -> new com.acme.Many0.V116();
        case 117 -> new com.acme.Many0.V117();
        case 118 -> new com.acme.Many0.V118();
        case 119 -> new com.acme.Many0.V119();
        case 120 -> new com.acme.Many0.V120();
        case 121 -> new com.acme.Many0.V121();
        case 122 -> new com.acme.Many0.V122();
        case 123 -> new com.acme.Many0.V123();
        case 124 -> new com.acme.Many0.V124();
        case 125 -> new com.acme.Many0.V125();
        case 126 -> new com.acme.Many0.V126();
        case 127 -> new com.acme.Many0.V127();
        case 128 -> new com.acme.Many0.V128();
        case 129 -> new com.acme.Many0.V129();
        case 130 -> new com.acme.Many0.V130();
        case 131 -> new com.acme.Many0.V131();
        case 132 -> new com.acme.Many0.V132();
        case 133 -> new com.acme.Many0.V133();
        case 134 -> new com.acme.Many0.V134();
        case 135 -> new com.acme.Many0.V135();
        case 136 -> new com.acme.Many0.V136();
        case 137 -> new com.acme.Many0.V137();
        case 138 -> new com.acme.Many0.V138();
        case 139 -> new com.acme.Many0.V139();
        case 140 -> new com.acme.Many0.V140();
        case 141 -> new com.acme.Many0.V141();
        case 142 -> new com.acme.Many0.V142();
        case 143 -> new com.acme.Many0.V143();
        case 144 -> new com.acme.Many0.V144();
        case 145 -> new com.acme.Many0.V145();
        case 146 -> new com.acme.Many0.V146();
        case 147 -> new com.acme.Many0.V147();
        case 148 -> new com.acme.Many0.V148();
        case 149 -> new com.acme.Many0.V149();
        case 150 -> new com.acme.Many0.V150();
        case 151 -> new com.acme.Many0.V151();
        case 152 -> new com.acme.Many0.V152();
        case 153 -> new com.acme.Many0.V153();
        case 154 -> new com.acme.Many0.V154();
        case 155 -> new com.acme.Many0.V155();
        case 156 -> new com.acme.Many0.V156();
        case 157 -> new com.acme.Many0.V157();
        case 158 -> new com.acme.Many0.V158();
        case 159 -> new com.acme.Many0.V159();
        case 160 -> new com.acme.Many0.V160();
        case 161 -> new com.acme.Many0.V161();
        case 162 -> new com.acme.Many0.V162();
        case 163 -> new com.acme.Many0.V163();
        case 164 -> new com.acme.Many0.V164();
        case 165 -> new com.acme.Many0.V165();
        case 166 -> new com.acme.Many0.V166();
        case 167 -> new com.acme.Many0.V167();
        case 168 -> new com.acme.Many0.V168();
        case 169 -> new com.acme.Many0.V169();
        case 170 -> new com.acme.Many0.V170();
        case 171 -> new com.acme.Many0.V171();
        case 172 -> new com.acme.Many0.V172();
        case 173 -> new com.acme.Many0.V173();
        case 174 -> new com.acme.Many0.V174();
        case 175 -> new com.acme.Many0.V175();
        case 176 -> new com.acme.Many0.V176();
        case 177 -> new com.acme.Many0.V177();
        case 178 -> new com.acme.Many0.V178();
        case 179 -> new com.acme.Many0.V179();
        case 180 -> new com.acme.Many0.V180();
        case 181 -> new com.acme.Many0.V181();
        case 182 -> new com.acme.Many0.V182();
        case 183 -> new com.acme.Many0.V183();
        case 184 -> new com.acme.Many0.V184();
        case 185 -> new com.acme.Many0.V185();
        case 186 -> new com.acme.Many0.V186();
        case 187 -> new com.acme.Many0.V187();
        case 188 -> new com.acme.Many0.V188();
        case 189 -> new com.acme.Many0.V189();
        case 190 -> new com.acme.Many0.V190();
        case 191 -> new com.acme.Many0.V191();
        case 192 -> new com.acme.Many0.V192();
        case 193 -> new com.acme.Many0.V193();
        case 194 -> new com.acme.Many0.V194();
        case 195 -> new com.acme.Many0.V195();
        case 196 -> new com.acme.Many0.V196();
        case 197 -> new com.acme.Many0.V197();
        case 198 -> new com.acme.Many0.V198();
        case 199 -> new com.acme.Many0.V199();
        case 200 -> new com.acme.Many0.V200();
        case 201 -> new com.acme.Many0.V201();
        case 202 -> new com.acme.Many0.V202();
        case 203 -> new com.acme.Many0.V203();
        case 204 -> new com.acme.Many0.V204();
        case 205 -> new com.acme.Many0.V205();
        case 206 -> new com.acme.Many0.V206();
        case 207 -> new com.acme.Many0.V207();
        case 208 -> new com.acme.Many0.V208();
        case 209 -> new com.acme.Many0.V209();
        case 210 -> new com.acme.Many0.V210();
        case 211 -> new com.acme.Many0.V211();
        case 212 -> new com.acme.Many0.V212();
        case 213 -> new com.acme.Many0.V213();
        case 214 -> new com.acme.Many0.V214();
        case 215 -> new com.acme.Many0.V215();
        case 216 -> new com.acme.Many0.V216();
        case 217 -> new com.acme.Many0.V217();
        case 218 -> new com.acme.Many0.V218();
        case 219 -> new com.acme.Many0.V219();
        case 220 -> new com.acme.Many0.V220();
        case 221 -> new com.acme.Many0.V221();
        case 222 -> new com.acme.Many0.V222();
        case 223 -> new com.acme.Many0.V223();
        case 224 -> new com.acme.Many0.V224();
        case 225 -> new com.acme.Many0.V225();
        case 226 -> new com.acme.Many0.V226();
        case 227 -> new com.acme.Many0.V227();
        case 228 -> new com.acme.Many0.V228();
        case 229 -> new com.acme.Many0.V229();
        case 230 -> new com.acme.Many0.V230();
        case 231 -> new com.acme.Many0.V231();
        case 232 -> new com.acme.Many0.V232();
        case 233 -> new com.acme.Many0.V233();
        case 234 -> new com.acme.Many0.V234();
        case 235 -> new com.acme.Many0.V235();
        case 236 -> new com.acme.Many0.V236();
        case 237 -> new com.acme.Many0.V237();
        case 238 -> new com.acme.Many0.V238();
        case 239 -> new com.acme.Many0.V239();
        case 240 -> new com.acme.Many0.V240();
        case 241 -> new com.acme.Many0.V241();
        case 242 -> new com.acme.Many0.V242();
        case 243 -> new com.acme.Many0.V243();
        case 244 -> new com.acme.Many0.V244();
        case 245 -> new com.acme.Many0.V245();
        case 246 -> new com.acme.Many0.V246();
        case 247 -> new com.acme.Many0.V247();
        case 248 -> new com.acme.Many0.V248();
        case 249 -> new com.acme.Many0.V249();
        default -> throw new java.lang.IndexOutOfBoundsException(position);
      };
    }
  }

  private static final class From250 {
    static java.util.List<dev.lambic.script.RevisionEntry> revisions() {
      return java.util.List.of(new dev.lambic.script.RevisionEntry[] {
        dev.lambic.script.RevisionEntry.builder("00250", "com.acme.Many0$V250")
            .downRevision("00249")
            .irreversible()
            .build()
      });
    }

    static dev.lambic.Migration create(int position) {
      return switch (position) {
        case 250 -> new com.acme.Many0.V250();
        default -> throw new java.lang.IndexOutOfBoundsException(position);
      };
    }
  }
}
