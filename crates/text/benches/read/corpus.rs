//! What is read: press articles made here, the same on every machine, with a number in about one sentence of six; or
//! the lines of a file named by `BALISE_BENCH_CORPUS` (JSON Lines with `text` or `body`).

use serde::Deserialize;
use serde_json::json;
use std::io::{BufRead, BufReader};

/// One article: its text's length in bytes, and the line that the pipe is given.
pub(crate) struct Article {
    pub(crate) text: usize,
    pub(crate) line: Vec<u8>,
}

impl Article {
    fn of(id: usize, text: &str) -> Self {
        let mut line = json!({ "id": id, "text": text, "published": "2024-06-30" }).to_string().into_bytes();
        line.push(b'\n');
        Self { text: text.len(), line }
    }
}

/// Articles of `bytes` in all, from the file when there is one.
pub(crate) fn articles(bytes: usize) -> Vec<Article> {
    if let Some(path) = std::env::var_os("BALISE_BENCH_CORPUS") {
        return lines_of(&path, bytes);
    }
    let (mut out, mut sum, mut lots) = (Vec::new(), 0, Lots(7));
    while sum < bytes {
        let sentences = 8 + lots.below(36);
        let article = Article::of(out.len(), &article(&mut lots, sentences));
        sum += article.text;
        out.push(article);
    }
    out
}

/// One article of about this length: a long report has the same kind of sentences as a short one.
pub(crate) fn long_article(bytes: usize) -> Article {
    // A sentence has a good hundred bytes.
    let (mut text, mut lots) = (String::with_capacity(bytes + 20_000), Lots(11));
    while text.len() < bytes {
        text.push_str(&article(&mut lots, (bytes / 130).clamp(4, 40)));
    }
    let end = (bytes..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    Article::of(0, &text[..end])
}

#[derive(Deserialize)]
struct Line {
    #[serde(alias = "body")]
    text: String,
}

fn lines_of(path: &std::ffi::OsStr, bytes: usize) -> Vec<Article> {
    let file = std::fs::File::open(path).expect("BALISE_BENCH_CORPUS names a file");
    let (mut out, mut sum) = (Vec::new(), 0);
    for line in BufReader::new(file).lines().map_while(Result::ok) {
        let line: Line = serde_json::from_str(&line).expect("a line with `text` or `body`");
        sum += line.text.len();
        out.push(Article::of(out.len(), &line.text));
        if sum >= bytes {
            break;
        }
    }
    out
}

/// SplitMix64: the same lots on every machine.
struct Lots(u64);

impl Lots {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

fn article(lots: &mut Lots, sentences: usize) -> String {
    let mut text = fill(
        lots,
        "{Org} et {org} font le point sur les retours {place}\n\nPublié le {day} {month} 2024\n\n",
    );
    for n in 0..sentences {
        // One in six counts something; one in thirty says a date, a law or a price.
        let pattern = match lots.below(30) {
            0..5 => lots.one(COUNTED),
            5 => lots.one(MISLEADING),
            _ => lots.one(TOLD),
        };
        text.push_str(&fill(lots, pattern));
        text.push_str(if n % 4 == 3 { "\n\n" } else { " " });
    }
    text.push('\n');
    text
}

/// Each `{name}` of a pattern drawn from its list.
fn fill(lots: &mut Lots, pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 40);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').expect("a literal pattern");
        out.push_str(before);
        match name {
            "org" => out.push_str(lots.one(ORGS)),
            "Org" => {
                let org = lots.one(ORGS);
                out.push_str(if let Some(rest) = org.strip_prefix("le ") { rest } else { org });
            }
            "place" => out.push_str(lots.one(PLACES)),
            "people" => out.push_str(lots.one(PEOPLE)),
            "month" => out.push_str(lots.one(MONTHS)),
            "act" => out.push_str(lots.one(ACTS)),
            "thing" => out.push_str(lots.one(THINGS)),
            "year" => out.push_str(&(2015 + lots.below(9)).to_string()),
            "day" => out.push_str(&(2 + lots.below(27)).to_string()),
            "n" => out.push_str(&(12 + lots.below(900)).to_string()),
            "k" => out.push_str(&format!("{}\u{202f}{:03}", 1 + lots.below(90), lots.below(1_000))),
            other => unreachable!("{{{other}}} has no list"),
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

const ORGS: &[&str] = &[
    "l’OIM",
    "le HCR",
    "la Croix-Rouge",
    "le ministère",
    "la délégation générale",
    "l’association des femmes",
    "le conseil régional",
    "la mairie",
    "l’ambassade",
    "la protection civile",
    "le gouvernorat",
    "l’ONG",
];
const PLACES: &[&str] = &[
    "à Gao",
    "à Kayes",
    "dans la région de Mopti",
    "au Niger",
    "en Mauritanie",
    "à Agadez",
    "au Sénégal",
    "en Libye",
    "dans le cercle de Nioro",
    "à Tamanrasset",
    "en Côte d’Ivoire",
    "sur la route de Ménaka",
    "en Guinée",
    "à Sikasso",
];
const PEOPLE: &[&str] = &[
    "migrants",
    "Maliens",
    "ressortissants guinéens",
    "personnes",
    "femmes",
    "familles",
    "jeunes",
    "enfants",
];
const MONTHS: &[&str] = &[
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const ACTS: &[&str] = &[
    "ont été rapatriés",
    "sont rentrés volontairement",
    "ont été expulsés",
    "ont été secourus en mer",
    "ont reçu une assistance",
    "ont fui leur village",
    "ont été interceptés",
    "ont achevé leur formation",
];
const THINGS: &[&str] = &[
    "l’accueil des voyageurs",
    "la délivrance des papiers",
    "le prix du transport",
    "la rentrée des classes",
    "la reprise des travaux",
    "le partage de l’eau",
    "la tenue du marché",
    "la sécurité des convois",
];
const COUNTED: &[&str] = &[
    "Depuis {year}, plus de {k} {people} {act} {place}.",
    "Selon {org}, {n} {people} {act} {place} en {year}, dont {n} femmes et {n} enfants.",
    "En {month} {year}, {org} a compté {k} déplacés {place}, contre {k} un an plus tôt.",
    "Un vol affrété par {org} a ramené {n} {people} le {day} {month} dernier.",
    "Environ {n} {people} {act} entre {month} et {month} {year}, précise {org}.",
    "Le naufrage survenu au large a fait {n} morts et {n} disparus, d’après {org}.",
    "« Nous avons accueilli près de {n} {people} depuis le début de l’année », affirme un responsable de {org}.",
    "Les transferts de la diaspora ont atteint {n} milliards de francs CFA en {year}, soit 6,4 % du PIB.",
    "Une centaine de {people} attendent encore {place}, et deux mille autres sont en route.",
    "{Org} accueille {k} réfugiés {place} au {day} {month} {year}.",
];
const MISLEADING: &[&str] = &[
    "La loi n° {year}-0{n} du {day} {month} {year} fixe les conditions de {thing}.",
    "Le sac de mil se vend {k} francs {place}, un prix jamais vu depuis {year}.",
    "La réunion s’est ouverte à 9 h 30 dans la salle {n}, devant les élus et la presse.",
];
const TOLD: &[&str] = &[
    "Les familles attendent devant le centre depuis le lever du jour, avec leurs bagages et quelques couvertures.",
    "{Org} assure que {thing} reste sa priorité {place}, malgré le manque de moyens.",
    "« Nous ne voulions plus vivre dans la peur », raconte un jeune homme revenu {place} avec son frère.",
    "Les autorités locales ont visité les abris et promis de suivre la situation de près.",
    "Dans la cour de l’école, des bénévoles distribuent de l’eau et expliquent les démarches à suivre.",
    "Le gouverneur a salué le travail de {org} et appelé chacun à la patience.",
    "Sur la place, les discussions tournent autour de {thing}, sujet qui divise les habitants.",
    "Beaucoup ont vendu leurs bêtes pour payer le voyage, sans savoir ce qui les attendait.",
    "À l’approche de la saison des pluies, {org} redoute que la piste devienne impraticable {place}.",
    "Les chefs de quartier, réunis {place}, demandent que {thing} soit réglée avant les fêtes.",
    "Elle a retrouvé sa mère, son champ et le petit commerce qu’elle tenait avant de partir.",
    "Les agents notent les noms, les villages d’origine et les besoins de chacun dans un grand registre.",
    "Pour {org}, il s’agit de donner à tous une chance de recommencer chez soi.",
    "Aucun incident n’a été signalé pendant la nuit, selon les témoins joints {place}.",
    "La route qui mène au fleuve est coupée, et les camions passent désormais par le nord.",
    "Plusieurs associations réclament une enquête sur les conditions de détention {place}.",
    "Le ministre doit se rendre {place} pour rencontrer les élus et les représentants de {org}.",
    "Les plus jeunes apprennent la couture, la mécanique ou le maraîchage dans un atelier ouvert par {org}.",
    "Cette annonce a surpris les habitants, qui réclamaient depuis longtemps un nouveau point d’eau.",
    "De retour au village, il veut convaincre ses amis de ne pas prendre la même route.",
];
