//! The names of French sentences, read and not read. Each line: the sentence, then what must be found in it, in
//! order: kind, surface, and whom it may mean ("?" nobody listed, "a|b" ambiguous).

use balise_model::{Alias, Block, BlockKind, Edge, MentionKind, Precision, Span, Text};
use balise_text::{mentions, partial_date};
use proptest::prelude::*;

fn whole(content: &str, kind: BlockKind) -> Text {
    let block = Block { span: Span::new(0, content.len()), kind, reason: None };
    Text::new(content.to_owned(), vec![block])
}

fn read(content: &str, published: Option<&str>, aliases: &[Alias]) -> Vec<String> {
    let text = whole(content, BlockKind::Body);
    let published = published.map(|day| partial_date(day).expect("a date"));
    mentions(&text, published, aliases)
        .iter()
        .map(|m| {
            let who = if m.candidates.is_empty() { "?".to_owned() } else { m.candidates.join("|") };
            format!("{} {} = {who}", m.kind.name(), m.span.of(content).expect("a span of the text"))
        })
        .collect()
}

#[track_caller]
fn same(content: &str, expected: &[&str]) {
    assert_eq!(read(content, None, &[]), expected, "{content}");
}

#[test]
fn case_accents_particles_and_line_ends_are_folded() {
    for name in [
        "Mossa Ag Attaher",
        "Moussa Ag Attaher",
        "MOSSA AG ATTAHER",
        "Mossa AG\nAttaher",
        "Mossa Ag\u{a0}Attaher",
    ] {
        same(&format!("Hier, {name} a parlé."), &[&format!("person {name} = attaher")]);
    }
    same("M. Mohamed AG ALBACHAR préside.", &["person Mohamed AG ALBACHAR = albachar"]);
    same(
        "Seybou Boubacar reçoit Boubacar Seydou.",
        &["person Seybou Boubacar = seybou", "person Boubacar Seydou = seybou"],
    );
    same(
        "La Cote d'Ivoire et la Côte d’Ivoire.",
        &["place Cote d'Ivoire = c_ci", "place Côte d’Ivoire = c_ci"],
    );
}

#[test]
fn a_name_is_never_part_of_a_word() {
    same("Le président de séance et la présidente.", &[]);
    same("Gaoussou est venu ; Ségoulé aussi ; les nigéroises parures.", &[]);
    same("Des maliens et une politique malienne.", &[]);
    same("Il faut dire que le san et la manche manquent.", &[]);
}

#[test]
fn niger_is_not_nigeria_and_not_the_river() {
    same("Au Niger et au Nigeria.", &["place Niger = c_ne", "place Nigeria = c_ng"]);
    same(
        "Trois Nigériens, deux Nigérians, une Nigériane et une Nigérienne.",
        &[
            "place Nigériens = c_ne",
            "place Nigérians = c_ng",
            "place Nigériane = c_ng",
            "place Nigérienne = c_ne",
        ],
    );
    same(
        "La boucle du Niger et le fleuve Niger.",
        &["place boucle du Niger = a_fleuve_niger", "place fleuve Niger = a_fleuve_niger"],
    );
    same("L’Office du Niger recrute.", &["institution Office du Niger = office_niger"]);
    same(
        "En Guinée, en Guinée-Bissau et en Guinée équatoriale.",
        &["place Guinée = c_gn", "place Guinée-Bissau = c_gw", "place Guinée équatoriale = c_gq"],
    );
}

#[test]
fn people_counted_are_a_mention_and_adjectives_are_not() {
    same(
        "Quelque 160 maliens et 12 Ivoiriens ; la diaspora malienne.",
        &["place maliens = c_ml", "place Ivoiriens = c_ci"],
    );
}

#[test]
fn what_is_ambiguous_stays_so() {
    same("De retour à Gao.", &["place Gao = ml_r_gao|ml_c_gao"]);
    same(
        "Dans la région de Gao et le cercle de Gao.",
        &["place région de Gao = ml_r_gao", "place cercle de Gao = ml_c_gao"],
    );
    same("Au Congo, 40 Congolais.", &["place Congo = c_cg|c_cd", "place Congolais = c_cg|c_cd"]);
    same("Modibo Keïta a présidé.", &["person Modibo Keïta = pm_keita_modibo|keita_modibo_1960"]);
    same("Selon l’APS, tout va bien.", &["institution APS = aps|aps_dz|aps_sn"]);
    same(
        "Alarme Phone Sahara (APS) compte. L’APS publie.",
        &["institution Alarme Phone Sahara = aps", "institution APS = aps", "institution APS = aps"],
    );
}

#[test]
fn words_that_are_also_names_need_their_place() {
    same(
        "Diré, chef-lieu ; à Diré ; de San à Kita.",
        &[
            "place Diré = ml_c_dire|ml_t_dire",
            "place San = ml_r_san|ml_c_san",
            "place Kita = ml_r_kita|ml_c_kita",
        ],
    );
    same("Il vit à San Francisco. Dire non.", &[]);
    same("Le pam et l’ue ; le PAM et l’UE.", &["institution PAM = pam", "institution UE = ue"]);
}

#[test]
fn the_longest_name_holds_the_others() {
    same(
        "L’Organisation internationale pour les migrations (OIM) et OIM Mali.",
        &[
            "institution Organisation internationale pour les migrations = oim",
            "institution OIM = oim",
            "institution OIM Mali = oim",
        ],
    );
    same(
        "Le Réseau des Nations unies sur les migrations.",
        &["institution Réseau des Nations unies sur les migrations = rnum"],
    );
    same(
        "L’aéroport international Président Modibo Keïta-Sénou.",
        &["place aéroport international Président Modibo Keïta-Sénou = ml_a_senou"],
    );
}

#[test]
fn persons_nobody_has_listed() {
    same("Mme Awa Dembélé et Me Founéké Tolo.", &["person Awa Dembélé = ?", "person Founéké Tolo = ?"]);
    same(
        "Le colonel Zan Ongoiba, la ministre Kadi Sow et Ilias Ag Intalla.",
        &["person Zan Ongoiba = ?", "person Kadi Sow = ?", "person Ilias Ag Intalla = ?"],
    );
    same("Le porte-parole de l’agence, Peter Olsen, a répondu.", &["person Peter Olsen = ?"]);
    same("Elle me Dit que Moussa rit.", &[]);
    same("N'Golo TRAORÉ", &["person N'Golo TRAORÉ = ?"]);
    same("Le ministre de l’Intérieur Bakary Sow.", &["person Bakary Sow = ?"]);
}

#[test]
fn laws_and_treaties() {
    same(
        "La loi n°2012-023 du 12 juillet 2012 punit.",
        &["law loi n°2012-023 du 12 juillet 2012 = loi_2012_023"],
    );
    same(
        "Le décret n° 2019-0412/P-RM du 3 mai 2019 et la résolution 2250.",
        &["law décret n° 2019-0412/P-RM du 3 mai 2019 = ?", "law résolution 2250 = ?"],
    );
    same(
        "Le Pacte mondial pour des migrations sûres, ordonnées et régulières.",
        &["law Pacte mondial pour des migrations sûres, ordonnées et régulières = gcm"],
    );
    same("La convention de Vienne ; une convention de partenariat.", &["law convention de Vienne = ?"]);
    same("La loi de 2012 et la loi du silence.", &[]);
}

#[test]
fn institutions_by_their_noun() {
    same("Le ministère de la Santé a signalé.", &["institution ministère de la Santé = ?"]);
    same(
        "La Fédération nationale des pêcheurs et des éleveurs (FNPE) se réunit ; la FNPE vote.",
        &[
            "institution Fédération nationale des pêcheurs et des éleveurs = ?",
            "institution FNPE = ?",
            "institution FNPE = ?",
        ],
    );
    same(
        "L’ambassade du Mali à Tripoli.",
        &["institution ambassade du Mali = ?", "place Tripoli = t_ly_tripoli"],
    );
    same(
        "La Direction générale de la police nationale et le Centre-Nord.",
        &["institution Direction générale de la police nationale = ?"],
    );
    same("Centre de gravité et bureau de vote.", &[]);
    same(
        "Le projet « Retour au pays » et la plateforme « Tounkan Blon ».",
        &["programme Retour au pays = ?", "programme Tounkan Blon = tounkan_blon"],
    );
}

#[test]
fn offices_belong_to_who_held_them() {
    let text = "Le Premier ministre et le ministre de tutelle ont signé.";
    let on = |day: &str| read(text, Some(day), &[]);
    assert_eq!(
        on("2026-03-04"),
        ["person Premier ministre = pm_maiga_abd", "person ministre de tutelle = attaher"]
    );
    assert_eq!(
        on("2016-05-10"),
        ["person Premier ministre = pm_keita_modibo", "person ministre de tutelle = sylla_a"]
    );
    // One followed the other on that day: both stay.
    assert_eq!(on("2023-07-01")[1], "person ministre de tutelle = ilyene|attaher");
    // Remembered only, so nobody.
    assert_eq!(on("2012-07-01")[1], "person ministre de tutelle = ?");
    assert_eq!(read(text, None, &[]), ["person Premier ministre = ?", "person ministre de tutelle = ?"]);
    same("Le ministre de tutelle, Yaya Sangaré, part.", &["person Yaya Sangaré = sangare_y"]);
    same(
        "Yaya Sangaré est venu. Le ministre de tutelle a signé.",
        &["person Yaya Sangaré = sangare_y", "person ministre de tutelle = sangare_y"],
    );
    same("Le Premier ministre espagnol et le Premier ministre du Niger.", &["place Niger = c_ne"]);
}

#[test]
fn the_analyst_s_names_come_first() {
    let alias = |name: &str, entity: &str, kind| Alias { name: name.into(), entity: entity.into(), kind };
    let aliases = [
        alias("Maison bleue", "mb", MentionKind::Institution),
        alias("Mossa Ag Attaher", "lui", MentionKind::Person),
    ];
    let found = read("À la MAISON BLEUE, Mossa ag Attaher.", None, &aliases);
    assert_eq!(found, ["institution MAISON BLEUE = mb", "person Mossa ag Attaher = lui"]);
}

#[test]
fn nothing_is_read_outside_the_article() {
    for (kind, count) in [
        (BlockKind::Teaser, 0),
        (BlockKind::Notice, 0),
        (BlockKind::Navigation, 0),
        (BlockKind::Byline, 1),
        (BlockKind::Caption, 1),
    ] {
        assert_eq!(mentions(&whole("Photo : OIM", kind), None, &[]).len(), count, "{kind:?}");
    }
    // A name does not go from one block into the next.
    let content = "Mossa Ag\nAttaher";
    let cut = |start, end| Block { span: Span::new(start, end), kind: BlockKind::Body, reason: None };
    let text = Text::new(content.into(), vec![cut(0, 8), cut(9, 16)]);
    assert!(mentions(&text, None, &[]).iter().all(|m| m.candidates.is_empty()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_sound_spans(content in any_text(), year in 1990i16..2030) {
        let text = whole(&content, BlockKind::Body);
        let day = Edge { day: jiff::civil::date(year, 7, 1), precision: Precision::Year };
        let found = mentions(&text, Some(day), &[]);
        let mut end = 0;
        for mention in &found {
            let words = mention.span.of(&content);
            prop_assert!(words.is_some_and(|w| !w.is_empty() && w.trim() == w), "{words:?}");
            prop_assert!(mention.span.start >= end, "sorted, and none overlaps");
            end = mention.span.end;
        }
        prop_assert_eq!(found, mentions(&text, Some(day), &[]));
    }
}

/// Words of names, cues, marks and anything else, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "\\PC{0,6}",
        prop::sample::select(vec![
            "Mossa",
            "Ag",
            "Attaher",
            "M.",
            "Mme",
            "le ministre",
            "Premier ministre",
            "loi n°",
            "2012-023",
            "du",
            "12",
            "juillet",
            "(",
            ")",
            "OIM",
            "«",
            "»",
            "Ministère",
            "de la",
            "Santé",
            "projet",
            ",",
            "\n\n",
            "\u{301}",
            "l’",
            "N'",
            "Gao",
            "région de",
            "Niger",
            "🇲🇱",
            "et",
            "des",
            "École",
            "É",
            "\u{a0}",
            "Convention",
            "Nations unies",
            "Moussa",
            "Traoré",
            "ß",
            "İ",
            "ŉ",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.join(" "))
}
