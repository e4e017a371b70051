# Les mots de Balise en français. Espace fine insécable (U+202F) devant ; ! ?, espace insécable (U+00A0) devant :
# et à l’intérieur des guillemets. Un bouton est un verbe à l’infinitif. Mêmes clés que en.ftl.

## Écrans et cadre

home = Accueil
read = Lecture
series = Séries
settings = Réglages
help = Aide
screens = Écrans
status = État
palette = Rechercher ou lancer une commande
undo = Annuler : { $act }
undo-short = Annuler
redo = Rétablir
import-act = Importer
saved = Enregistré à { $time }
saved-already = Déjà enregistré à { $time }
saved-nothing = Rien à enregistrer : chaque acte est gardé aussitôt
coding-as = Codage : { $name }
documents-count =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
offline = Hors ligne : rien ne sort de cet ordinateur
version = Balise { $version }
no-library = Aucune bibliothèque
needs-library = Ouvrez d’abord une bibliothèque
sample = exemple
read-only = lecture seule
open-library = Ouvrir une bibliothèque…
new-library-more-dots = Nouvelle bibliothèque…
close-library = Fermer la bibliothèque
close = Fermer
back = Retour
open = Ouvrir
yes = oui
no = non
comma = ,{" "}
quote-open = «{"\u00A0"}
quote-close = {"\u00A0"}»
percent = { $value } %

## Touches

key-ctrl = Ctrl
key-alt = Alt
key-enter = Entrée
key-delete = Suppr
key-escape = Échap
key-page-down = Pg suiv.
key-page-up = Pg préc.
shortcuts = Raccourcis clavier
help-everywhere = Partout
help-reading = Lire et vérifier
help-window = Fenêtre
help-palette = Rechercher, commander
help-region = Zone suivante
help-open = Ouvrir une bibliothèque
help-next-document = Document suivant
help-previous-document = Document précédent
help-next-figure = Chiffre suivant
help-previous-figure = Chiffre précédent
help-edit-figure = Modifier le chiffre
help-list = Liste des documents
help-bin = Document choisi à la corbeille
help-plain = Plein texte
help-close = Fermer le panneau
help-saved = Enregistrement

## Accueil

motto = Pas de chiffre sans sa phrase
motto-more = Lisez et citez. Chaque point d’un graphique mène au texte qui l’affirme.
first-run = Premier lancement
coder-name = Nom du codeur
coder = Codage
coder-help = Chaque décision porte ce nom.
coder-missing = Le nom est vide. Écrivez un nom, même court.
confirm = Confirmer
open-sample = Ouvrir l’exemple
open-sample-more = Des articles sur le Mali, déjà lus, avec leurs chiffres.
new-library = Nouvelle bibliothèque
new-library-more = Un seul fichier sur cet ordinateur.
drop-region = Déposer des fichiers
drop-here = Déposez des fichiers ici
drop-count =
    { $count ->
        [one] Déposer { $count } fichier
       *[other] Déposer { $count } fichiers
    }
drop-kinds = Articles et pages enregistrés, ou un dossier entier
choose = Choisir…
recent = Récentes
recent-missing = Introuvable dans { $folder }
nothing-leaves = Rien ne sort de cet ordinateur sans un bouton qui dit où.

## Import

import = Import
imported-files = Fichiers importés
import-files = Importer des fichiers…
import-progress =
    { $done ->
        [one] { $done } fichier sur { $total }
       *[other] { $done } fichiers sur { $total }
    }
import-line = Import : { $done } sur { $total }
import-line-done =
    { $total ->
        [one] Import terminé : { $total } fichier
       *[other] Import terminé : { $total } fichiers
    }{ $refused ->
        [0] {""}
        [one] , 1 refusé
       *[other] , { $refused } refusés
    }
stop = Arrêter
stopping = Arrêt…
resume = Reprendre
count-read =
    { $count ->
        [one] { $count } lu
       *[other] { $count } lus
    }
count-known =
    { $count ->
        [one] { $count } reprise
       *[other] { $count } reprises
    }
count-check =
    { $count ->
        [one] { $count } à revoir
       *[other] { $count } à revoir
    }
count-refused =
    { $count ->
        [one] { $count } refusé
       *[other] { $count } refusés
    }
outcome-waiting = en attente
outcome-read = lu
outcome-known = reprise
outcome-check = à revoir
outcome-refused = refusé
open-named = Ouvrir { $name }
copy-details = Copier les détails
copy-details-named = Copier les détails de { $name }
can-read = Vous pouvez déjà lire.

## Lecture

documents = Documents
filter-documents = Filtrer les documents
list-count = { $shown } sur { $total }
list-width = Largeur de la liste
details-width = Largeur des détails
show-list = Afficher la liste
no-documents = Aucun document
no-documents-more = Déposez des fichiers, ou ouvrez l’exemple.
nothing-for = Rien pour « { $words } »
nothing-filtered = Le filtre cherche dans les titres et les sources. Videz-le pour tout revoir.
choose-document = Choisissez un document
opening = Ouverture du document…
text = Texte
previous-reading = Lecture précédente
next-reading = Lecture suivante
previous-figure = Précédent
next-figure = Chiffre suivant
by-author = Par { $name }
set-aside = Mis à part : { $label }
show = Afficher
hide = Masquer
chip-no-period = sans période
details = Détails
details-of = Détails du document
figures = Chiffres
figures-count =
    { $count ->
        [one] { $count } chiffre
       *[other] { $count } chiffres
    }
to-review =
    { $count ->
        [one] { $count } chiffre à vérifier
       *[other] { $count } chiffres à vérifier
    }
to-review-short = { $count } à vérifier
all-reviewed = Tout est vérifié
no-figures = Aucun chiffre dans ce texte
left-out = Écartés d’office
status-suggested = À vérifier
status-accepted = Validé
status-rejected = Rejeté
indicator = Indicateur
who = Qui
period = Période
period-absent = absente du texte
link = Lien
decided = Décidé
accept = Accepter
reject = Rejeter
edit = Modifier
correct-act = Corriger
make-act = Ajouter le chiffre
leave-unchanged = Ne rien changer
figure-from-selection = Chiffre depuis la sélection
selection-first = Sélectionnez d’abord un nombre dans le texte
proposed-reading = Lecture proposée
read-as = Lu ainsi
corrected-reading = Lecture corrigée
hand-reading = Lecture à la main
read-otherwise = lu autrement depuis
unit = Unité
upper = Jusqu’à
kind = Nature
field-from = Début
field-to = Fin
said-by = Dit par
origin = Origine
destination = Destination
part-of-row = Partie de
modality = Fait ou prévision
modality-fact = Fait
modality-plan = Prévision
kind-during = Sur une période
kind-since = Cumul depuis une date
kind-as_of = À une date
kind-event = Un événement
kind-unknown = Période absente
date-help = Jour, mois ou année : 31/01/2025, 01/2025 ou 2025
date-example = 31/01/2025
choose-indicator = Choisir un indicateur…

## Historique, corbeille

history = Historique
filter-acts = Filtrer les actions
acts = Actions
no-acts = Aucune action
no-acts-more = Ce que vous ferez dans cette bibliothèque sera noté ici, et pourra être annulé.
earlier-acts = Actions plus anciennes
act-by = { $moment }, { $coder }
act-undone = annulé
act-fixed = Ne peut plus être annulé
bin = Corbeille
bin-count = Corbeille ({ $count })
bin-documents = Documents à la corbeille
bin-nothing = La corbeille est vide
bin-leave = Revenir à la liste
to-bin = Mettre à la corbeille
restore-document = Restaurer
restore-named = Restaurer : { $title }
bin-uses = Ces chiffres ne compteront plus
bin-uses-of = Ils viennent de « { $title } », et ont été acceptés.
bin-uses-more = et { $count } autres
bin-uses-back = Ils compteront de nouveau si le document sort de la corbeille.
empty-bin = Vider la corbeille
empty-bin-dots = Vider la corbeille…
empty-bin-ask =
    { $count ->
        [one] Supprimer 1 document pour de bon ?
       *[other] Supprimer { $count } documents pour de bon ?
    }
empty-bin-final = Leurs textes, leurs originaux et leurs chiffres sont effacés. Ce geste ne peut pas être annulé.
empty-bin-more = et { $count } autres

## Textes renouvelés

orphans = Phrase absente du texte actuel
orphan = phrase absente du texte actuel
versions-count =
    { $count ->
        [one] Texte renouvelé : 1 version antérieure
       *[other] Texte renouvelé : { $count } versions antérieures
    }
versions-see = Voir ce qui a changé
versions-title = Ce qui a changé dans le texte
earlier-version = Version antérieure
version-gone = Mots qui n’y sont plus
version-new = Mots nouveaux
version-gone-from = Ôté :{" "}
version-new-from = Ajouté :{" "}
version-end = {" "}fin.{" "}
version-same = Les deux textes disent la même chose.

## Séries

steps = Étapes
step-choose = Choisir les chiffres
step-draw = Dessiner
step-export = Exporter
choose-first = Choisissez d’abord des chiffres validés qui ont une période
indicators = Indicateurs
accepted-count =
    { $count ->
        [one] { $count } validé
       *[other] { $count } validés
    }
chosen-count =
    { $kept ->
        [one] { $kept } choisi sur { $total }
       *[other] { $kept } choisis sur { $total }
    }
choose-rule = Seuls les chiffres validés qui ont une période entrent dans une série.
accepted-figures = Chiffres validés
chosen = Choisi
bound = Borne
value = Valeur
source = Source
left-out-why = Laissé de côté
absent = absente
open-figure = Ouvrir la phrase : { $name }
no-series = Aucune série
no-series-more = Choisissez des chiffres validés.
go-read = Aller à la lecture
go-series = Aller aux séries
chart = Graphique : { $title }
series-behind = Les phrases derrière chaque point
series-sentences = Phrases de la série
sentence = Phrase
export = Export
export-title = Le graphique et son rapport
export-png = PNG
export-png-more = image à 300 points par pouce
export-svg = SVG
export-svg-more = pour Word récent et le web
export-report = Rapport PDF
export-report-more = le graphique, chaque chiffre et sa phrase
export-library = Rapport PDF de la bibliothèque
export-library-more = tous les chiffres validés et leurs phrases
export-library-report = Exporter le rapport de la bibliothèque…
writing = Écriture du fichier…
written = { $name } est écrit dans { $folder }
sample-export = Ces chiffres sont ceux de l’exemple : le fichier le dit aussi.

## Réglages

display = Affichage
language = Langue
theme = Thème
theme-system = Comme le système
theme-light = Clair
theme-dark = Sombre
interface-size = Taille de l’interface
text-size = Taille du texte
text-sample = Depuis 2017, l’organisation a facilité le retour de plus de 44 000 personnes.

## Réglages de la bibliothèque

rubrics = Rubriques
library = Bibliothèque
library-file-dots = Fichier de la bibliothèque…
backups = Copies de sûreté
backups-dots = Copies de sûreté…
move-here = Garder sur cet ordinateur
conflicts = Des copies en conflit sont dans le même dossier.
conflicts-more = Ouvrez-les pour voir ce qu’elles ont de plus, puis rangez-les ailleurs.
file-name = Nom
folder = Dossier
file-size = Taille
file-holds = Contenu
copy-path = Copier le chemin
path-copied = Chemin copié
save-copy-dots = Enregistrer une copie…
compact = Compacter
compacted = Fichier compacté : { $before }, maintenant { $after }
verify = Vérifier
verifying = Vérification…
working = En cours…
library-acts-help = Compacter rend la place que les suppressions ont laissée. Vérifier relit tout le fichier, chaque chiffre contre sa phrase.
faults = Défauts trouvés
repair = Réparer ce qui peut l’être
last-backup = Dernière copie vérifiée : { $when }
no-backup = Aucune copie vérifiée
back-up-now = Faire une copie maintenant
backed-up = Copie faite et vérifiée
backups-help = Chacune s’ouvre à côté de la bibliothèque, qui ne change pas.
backup-verified = vérifiée
backup-unverified = non vérifiée
open-beside = Ouvrir à côté
open-beside-named = Ouvrir à côté : { $when }

## Palette

results = Résultats
in-texts =
    { $count ->
        [one] Dans les textes : { $count } passage
       *[other] Dans les textes : { $count } passages
    }
commands = Commandes

## Problèmes

problem-do = À faire.
recovery = Ce qui peut être fait
recovery-of = { $name }, dans { $folder }. Ce fichier reste tel qu’il est ; une copie s’ouvre à côté.
recovery-no-backup = Il n’y a pas de copie de sûreté sur cet ordinateur.
recover-backup = Ouvrir la copie
recover-backup-named = Ouvrir la copie : { $when }
salvage = Récupérer ce qui se lit
salvage-more = Tout ce qui se lit encore, dans une nouvelle bibliothèque.
salvaged = Voici ce qui a pu être récupéré
salvaged-missing = Il manque :
salvaged-whole = Rien ne manque.
continue = Continuer
problem-unknown = Balise n’a pas pu terminer cet acte
problem-unknown-hint = Essayez encore. Si cela se répète, copiez les détails et envoyez-les à la personne qui vous aide. Rien n’a été modifié.

## Chiffres dits en mots

bound-exact = exactement
bound-about = environ
bound-at-least = au moins
bound-at-most = au plus
quantity-about = environ { $value }
quantity-at-least = plus de { $value }
quantity-no-less = au moins { $value }
quantity-at-most = au plus { $value }
quantity-between = entre { $low } et { $high }
unit-percent = { $value } %
unit-money = { $value } { $code ->
    [XOF] FCFA
    [EUR] euros
    [USD] dollars
   *[other] { $code }
}
unit-households = { $value } ménages
unit-flights = { $value } vols
unit-projects = { $value } projets
unit-movements = { $value } passages
unit-persons-per-day = { $value } personnes par jour
period-since-day = { $start } au { $end }, cumul
period-since-until = { $start } à { $end }, cumul
period-since = depuis { $start }, cumul
period-as-of = au { $end }
period-as-of-end = à fin { $end }
period-from-to = { $start } à { $end }
period-from-day-to-day = du { $start } au { $end }
period-from = à partir de { $start }
period-until = jusqu’à { $end }
no-period = période absente
no-outlet = source non nommée
document-title = « { $title } »,
no-date = sans date
reading = Lu ainsi : { $parts }.
reading-joint = {" ; "}
reading-bound = « { $words } » donne { $bound }
reading-indicator = « { $words } » donne { $indicator }
reading-period = « { $words } » donne { $period }
reading-period-elsewhere = la période { $period } vient d’une autre phrase
reading-period-assumed = période { $period } d’après la date de l’article
reading-no-period = le texte ne donne pas de période
reading-part-of = inclus dans { $total }
reading-plan = annoncé, pas encore constaté
footnote = « { $quote } » { $outlet }, { $date }.
footnote-sample = {" "}(Exemple : texte et source inventés.)

## Graphiques

chart-title-since = { $value } { $indicator } depuis { $year }
chart-title-years = { $indicator }, { $years }
chart-years = { $first }-{ $last }
chart-subtitle = { $indicator }, { $unit }
chart-unit-persons = nombre de personnes
chart-unit-households = nombre de ménages
chart-unit-flights = nombre de vols
chart-unit-projects = nombre de projets
chart-unit-movements = nombre de passages
chart-unit-persons-per-day = personnes par jour
chart-unit-percent = pour cent
chart-unit-money = { $code ->
    [XOF] francs CFA
    [EUR] euros
    [USD] dollars
   *[other] { $code }
}
chart-panel-since = Cumul depuis { $year }
chart-panel-total = Cumul
chart-panel-stock = À une date
chart-panel-periods = Nombre par période
chart-panel-amounts = Montant par période
chart-panel-shares = Part par période
chart-subset = dont { $value }
chart-subset-of = dont { $value } { $population }
chart-sample = Exemple : textes et sources inventés
chart-empty = Aucun chiffre daté
chart-gap = aucun chiffre trouvé
chart-legend-exact = nombre exact
chart-legend-about = environ
chart-legend-at-least = au moins
chart-legend-at-most = au plus
chart-legend-range = entre deux valeurs
chart-legend-period = période couverte
chart-legend-minimum = minimum connu
chart-legend-link = lien sans valeur
chart-figures = { $count ->
    [one] 1 chiffre
   *[other] { $said } chiffres
}
chart-documents = { $count ->
    [one] 1 document
   *[other] { $said } documents
}
chart-outlets-more = { $count ->
    [one] { $outlets } et 1 autre
   *[other] { $outlets } et { $count } autres
}
chart-sources = Sources : { $outlets } ; { $facts }.
chart-made = Balise, { $date }.
chart-note-dropped = { $count ->
    [one] 1 valeur n’est pas écrite, faute de place.
   *[other] { $said } valeurs ne sont pas écrites, faute de place.
}
chart-spot-statements = { $name }, { $count } sources
chart-alt-title = { $title }.
chart-alt-panel = { $panel } : { $items }.
chart-alt-item = { $value } ({ $when })
chart-alt-joint = {" ; "}
chart-alt-between = …
left-out-not-accepted = pas encore accepté
left-out-plan = annoncé, pas constaté
left-out-out-of-scale = valeur négative ou trop grande pour un axe
left-out-no-period = période absente
left-out-open-period = période ouverte : il manque un bout
left-out-other-unit = autre unité que la série

## Rapports

report-line = { $library }, { $date }
report-foot = { $title }. Balise, { $date }
report-figure = Figure
report-sample = Exemple : textes et sources inventés
report-sample-name = Exemple : { $title }
report-empty = Aucun chiffre accepté.
report-says = { $outlet } donne
report-facts = , { $facts }.
report-persons = { $count ->
    [one] personne
   *[other] personnes
}
report-no-period = période non précisée
report-part-of = partie d’un total plus large
report-plan = annoncé, pas encore constaté
report-review = À revoir
report-review-why = Le texte ne donne pas la période de ces chiffres :
report-review-item = { $indicator } :
report-source = « { $title } », { $outlet }, { $date }.
report-sources = Sources

## Actes, pour annuler et pour l’historique

history-line = Avant cette mise à jour du format, rien ne peut être annulé.
history-yesterday = Hier
history-moment = { $day } à { $time }
act-followed = { $moved ->
    [one] { $moved } décision a suivi sa phrase
   *[other] { $moved } décisions ont suivi leur phrase
}, { $orphans ->
    [one] { $orphans } ne la retrouve pas
   *[other] { $orphans } ne la retrouvent pas
}
bin-until = Supprimé pour de bon le { $day }
about-holds = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { $figures ->
    [one] { $figures } chiffre accepté
   *[other] { $figures } chiffres acceptés
}, { $trashed } à la corbeille, { $acts ->
    [one] { $acts } action
   *[other] { $acts } actions
}
about-backups = { $count ->
    [0] Aucune copie de sûreté
    [one] 1 copie, { $size }
   *[other] { $count } copies, { $size }
}
place-synced = Cette bibliothèque est dans un dossier synchronisé par { $by }
place-synced-words = Un programme la copie pendant que vous travaillez : deux versions peuvent se contredire. Gardez-la sur cet ordinateur, et partagez des copies.
place-network = Cette bibliothèque est sur un dossier du réseau
place-network-words = À plusieurs, ou si le réseau coupe, elle peut être abîmée. Gardez-la sur cet ordinateur, et partagez des copies.
backup-file-name = copie du { $day }
copy-file-name = { $name } (copie)
salvage-file-name = récupérée
dialog-save-copy = Enregistrer une copie
salvage-said = { $documents } documents et { $figures } chiffres décidés récupérés dans « { $file } ». La bibliothèque abîmée n’a pas été touchée.
salvage-missing-document = { $count ->
    [one] Au moins { $count } document manque
   *[other] Au moins { $count } documents manquent
}
salvage-missing-decision = { $count ->
    [one] Au moins { $count } chiffre décidé manque
   *[other] Au moins { $count } chiffres décidés manquent
}
salvage-missing-text = { $count ->
    [one] Au moins { $count } texte manque
   *[other] Au moins { $count } textes manquent
}
salvage-missing-original = { $count ->
    [one] Au moins { $count } fichier d’origine manque
   *[other] Au moins { $count } fichiers d’origine manquent
}
salvage-missing-change = { $count ->
    [one] Au moins { $count } ligne de l’historique manque
   *[other] Au moins { $count } lignes de l’historique manquent
}
fault-place = { $title }, octet { $at } du texte
version-until = Jusqu’au { $moment }
act-renew = { $count ->
    [one] texte renouvelé
   *[other] { $count } textes renouvelés
}
act-trash = { $count ->
    [one] document mis à la corbeille
   *[other] { $count } documents mis à la corbeille
}
act-restore = { $count ->
    [one] document sorti de la corbeille
   *[other] { $count } documents sortis de la corbeille
}
act-purge = { $count ->
    [one] document supprimé pour de bon
   *[other] { $count } documents supprimés pour de bon
}
act-migrate = format de la bibliothèque mis à jour
act-salvage = bibliothèque récupérée
act-import = { $count ->
    [one] document importé
   *[other] { $count } documents importés
}
act-accept = { $count ->
    [one] chiffre accepté
   *[other] { $count } chiffres acceptés
}
act-reject = { $count ->
    [one] chiffre rejeté
   *[other] { $count } chiffres rejetés
}
act-correct = chiffre corrigé
act-make = chiffre fait à la main
said-status-suggested = à vérifier
said-status-accepted = validé
said-status-corrected = corrigé
said-status-rejected = rejeté

## Problèmes : ce qui s’est passé, puis que faire et ce qui est sauf

problem-file-empty = Le fichier « { $file } » est vide.
problem-file-empty-hint = Vérifiez le fichier d’origine. Rien n’a été modifié.
problem-file-not-text = Le fichier « { $file } » n’est pas un texte ({ $what }).
problem-file-not-text-hint = Balise lit le texte et les pages web (HTML). Enregistrez l’article sous l’une de ces formes.
problem-file-no-text = Le fichier « { $file } » ne contient aucun texte lisible.
problem-file-no-text-hint = Ouvrez-le dans son programme et copiez le texte dans un fichier .txt.
problem-file-too-big = Le fichier « { $file } » dépasse { $limit } Mo.
problem-file-too-big-hint = Découpez-le en articles. Rien n’a été modifié.
problem-file-in-bin = Ce document est à la corbeille.
problem-file-in-bin-hint = Restaurez-le depuis la corbeille pour le retrouver avec tout ce qui y était décidé.
problem-file-known = Déjà dans la bibliothèque.
problem-file-missing = Le fichier « { $file } » est introuvable.
problem-file-missing-hint = Vérifiez son nom et son dossier. Rien n’a été modifié.
problem-file-not-permitted = Le système refuse l’accès à « { $file } ».
problem-file-not-permitted-hint = Choisissez un autre dossier ou demandez le droit d’y écrire. Rien n’a été modifié.
problem-file-failed = La lecture ou l’écriture de « { $file } » a échoué.
problem-file-failed-hint = Vérifiez le disque ou la clé, puis recommencez. Ce qui était enregistré l’est toujours.
problem-disk-full = Le disque est plein.
problem-disk-full-hint = Libérez de la place, puis recommencez. Ce qui était enregistré l’est toujours.
problem-encoding-damaged = Quelques caractères n’ont pas pu être lus ({ $encoding }).
problem-encoding-damaged-hint = Le document est gardé ; les signes illisibles sont marqués �.
problem-no-date-found = Date introuvable. Le document est gardé.
problem-not-french = Ce texte n’est pas en français : aucun chiffre n’y est lu.
problem-not-french-hint = Il est gardé et se retrouve par la recherche.
problem-library-missing = La bibliothèque « { $file } » est introuvable.
problem-library-missing-hint = A-t-elle été déplacée ou renommée ? Ouvrez-la depuis son nouveau dossier.
problem-library-exists = « { $file } » existe déjà.
problem-library-exists-hint = Choisissez un autre nom, ou ouvrez cette bibliothèque. Rien n’a été modifié.
problem-library-not-one = « { $file } » n’est pas une bibliothèque Balise.
problem-library-not-one-hint = Ouvrez un fichier .balise ; pour lire un article, importez-le. Rien n’a été modifié.
problem-library-older = « { $file } » a été faite par une version plus ancienne de Balise et ne peut pas être mise à jour ici.
problem-library-older-hint = Copiez-la dans un dossier où l’on peut écrire, puis ouvrez la copie. Rien n’a été modifié.
problem-library-newer = « { $file } » a été faite par une version plus récente de Balise ({ $by }, format { $found }) ; celle-ci est la version { $version }, format { $ours }.
problem-library-newer-hint = Installez la version { $by } ou une plus récente. La bibliothèque n’a pas été touchée.
problem-log-lost = Balise n’a pas été fermée la dernière fois, et le journal qui était à côté de la bibliothèque a disparu. Ce qui a été fait après le { $since } peut manquer.
problem-log-lost-hint = Si un fichier du même nom finissant par « -wal » est ailleurs, remettez-le à côté avant d’ouvrir. Une copie de sûreté peut aussi l’avoir.
problem-library-synced = Cette bibliothèque est dans un dossier synchronisé par { $by } : deux versions peuvent se contredire.
problem-library-synced-hint = Réglages, Bibliothèque, « Garder sur cet ordinateur » en fait une copie vérifiée ici. Rien n’a été modifié.
problem-library-on-network = Cette bibliothèque est sur un dossier du réseau : à plusieurs, ou si le réseau coupe, elle peut être abîmée.
problem-library-on-network-hint = Réglages, Bibliothèque, « Garder sur cet ordinateur » en fait une copie vérifiée ici. Rien n’a été modifié.
problem-library-moved = « { $file } » n’est plus à l’endroit où elle a été ouverte : elle a été déplacée, renommée ou retirée.
problem-library-moved-hint = Tout ce qui était enregistré est dans le fichier. Rouvrez-la à son nouvel endroit, ou remettez-la en place. Le dernier geste n’a pas été fait.
problem-library-stopped = Le disque a refusé une écriture : « { $file } » n’est plus modifiée.
problem-library-stopped-hint = Vérifiez le disque, puis fermez et rouvrez la bibliothèque. Tout ce qui était enregistré avant y est.
problem-built-upon = Un geste plus récent s’appuie sur celui-ci.
problem-built-upon-hint = Annulez d’abord le plus récent. Rien n’a été modifié.
problem-act-fixed = Ce geste ne peut plus être annulé : il date d’avant une mise à jour du format, ou ce qu’il touchait a été supprimé pour de bon.
problem-page-changed = La page a changé à son adresse : son nouveau texte prend la place de l’ancien, qui est gardé.
problem-library-open-elsewhere = « { $file } » est déjà ouverte ailleurs ({ $by }).
problem-library-open-elsewhere-hint = Fermez l’autre fenêtre ou l’autre commande, puis recommencez. Rien n’a été modifié.
problem-library-two-names = « { $file } » a un second nom (lien dur) : deux programmes pourraient l’abîmer sans se voir.
problem-library-two-names-hint = Copiez-la sous un autre nom et ouvrez la copie, ou retirez l’autre nom. Rien n’a été modifié.
problem-library-read-only = « { $file } » ne peut pas être modifiée : son dossier est en lecture seule.
problem-library-read-only-hint = Lire, chercher et exporter restent possibles. Pour la modifier, copiez-la dans un autre dossier.
problem-library-failed = La bibliothèque n’a pas pu faire cette action.
problem-library-failed-hint = Ce qui était enregistré l’est toujours. « balise verify » dit si le fichier est intact.
problem-seal-broken = Ce chiffre ne correspond plus à sa phrase.
problem-seal-broken-hint = Il n’a pas été validé. « balise verify » montre où le fichier a changé.
problem-nothing-to-revert = Il n’y a rien à annuler ni à rétablir.
problem-number-not-read = « { $written } » n’est pas un nombre.
problem-number-not-read-hint = Écrivez par exemple 18 000 ou 1,5. Rien n’a été modifié.
problem-value-out-of-range = Cette valeur est trop grande.
problem-value-out-of-range-hint = Vérifiez le nombre de zéros. Rien n’a été modifié.
problem-upper-not-above = La seconde valeur doit être plus grande que la première.
problem-upper-not-above-hint = Laissez ce champ vide si ce n’est pas une fourchette. Rien n’a été modifié.
problem-unit-unknown = Unité inconnue : « { $written } ».
problem-unit-unknown-hint = Choisissez persons, households, flights, projects, movements, persons_per_day, percent ou une monnaie comme XOF. Rien n’a été modifié.
problem-indicator-missing = Il manque l’indicateur.
problem-indicator-missing-hint = Choisissez ce que ce nombre compte.
problem-indicator-unknown = Indicateur inconnu : « { $written } ».
problem-indicator-unknown-hint = Choisissez-le dans la liste. Rien n’a été modifié.
problem-date-not-read = « { $written } » n’est pas une date.
problem-date-not-read-hint = Écrivez un jour, un mois ou une année : 31/01/2025, 01/2025 ou 2025. Rien n’a été modifié.
problem-period-backwards = La fin vient avant le début.
problem-period-backwards-hint = Vérifiez les deux dates. Rien n’a été modifié.
problem-period-no-start = Un cumul depuis une date a besoin de son début.
problem-period-no-start-hint = Donnez le début, ou choisissez une autre nature. Rien n’a été modifié.
problem-period-no-end = Un nombre à une date a besoin de sa date.
problem-period-no-end-hint = Donnez la fin, ou choisissez une autre nature. Rien n’a été modifié.
problem-period-no-day = Cette période n’a aucune date.
problem-period-no-day-hint = Donnez le début ou la fin, ou choisissez « Période absente ». Rien n’a été modifié.
problem-selection-no-number = La sélection ne contient aucun nombre.
problem-selection-no-number-hint = Sélectionnez un nombre dans le texte, puis recommencez.
problem-nothing-to-correct = Rien à corriger : aucun champ n’est donné.
problem-nothing-to-correct-hint = Ajoutez par exemple --value 18 000 ou --from 2017.
problem-not-found = Introuvable dans cette bibliothèque : { $id }.
problem-not-found-hint = La liste a peut-être changé. Rien n’a été modifié.
problem-search-failed = La recherche n’a pas abouti.
problem-search-failed-hint = L’index se refait seul au prochain démarrage ; les textes sont intacts.
problem-chart-failed = Le graphique n’a pas pu être fait.
problem-chart-failed-hint = Les chiffres sont intacts. Copiez les détails pour les transmettre.
problem-report-failed = Le rapport n’a pas pu être fait.
problem-report-failed-hint = Les chiffres sont intacts. Copiez les détails pour les transmettre.
problem-chart-ending = « { $file } » : un graphique s’enregistre en .svg ou en .png.
problem-report-ending = « { $file } » : un rapport s’enregistre en .pdf.
problem-report-where = Indiquez où écrire le rapport : -o rapport.pdf.
problem-nothing-to-import = Aucun fichier à importer.
problem-nothing-to-import-hint = Donnez des fichiers ou un dossier.
problem-line-not-read = Cette ligne n’est pas du JSON avec « id » et « text ».
problem-lone-surrogate = Un caractère à moitié écrit a été remplacé par �.
problem-line-without-text = Cette ligne n’a ni « text » ni « html ».
problem-published-not-read = La date « { $date } » n’est pas de la forme AAAA-MM-JJ.
problem-sum-uneven = Les parties ne font pas le total : { $parts } = { $sum }, et le texte dit { $total }. Les deux sont gardés ; vérifiez dans la source.
problem-published-in-future = La date de publication ({ $date }) est à venir.
problem-gold-not-read = « { $file } » : la ligne { $line } n’est pas un article avec ses chiffres relevés.
fault-unreadable = Une partie du fichier ne peut pas être lue :
fault-document-changed = Un document n’est plus ce que son dernier geste a laissé :
fault-reviewer-missing = Un chiffre décidé sans auteur ou sans date :
fault-finding-broken = Une lecture de la machine est abîmée :
fault-journal-changed = Une ligne de l’historique a changé :
fault-count-wrong = Un compte tenu n’est plus juste :
fault-index-damaged = L’index de recherche est abîmé :
fault-index-behind = L’index de recherche n’a pas tous les documents :
fault-structure = La structure du fichier est abîmée.
fault-orphan = Une ligne renvoie à quelque chose qui n’existe plus.
fault-text-changed = Un texte a changé depuis son enregistrement.
fault-original-changed = Un original a changé depuis son enregistrement.
fault-quote-broken = Un chiffre ne correspond plus à sa phrase.

## Ligne de commande

cli-about = Balise : pas de chiffre sans sa phrase. Lit des articles, relève les chiffres de migration avec leur phrase, fait graphiques et rapports.
cli-examples = Pour commencer :
      balise new mali.balise
      balise import mali.balise articles/
      balise claims mali.balise
      balise review mali.balise --accept-above 0.9
      balise chart mali.balise --indicator return.total -o retours.svg
      balise report mali.balise -o note.pdf
cli-usage = Usage :
cli-verbs = Commandes :
cli-places = À donner :
cli-options = Options :
cli-new = Crée une bibliothèque vide.
cli-new-examples = Exemple :
      balise new mali.balise
cli-sample = Crée la bibliothèque d’exemple, déjà lue.
cli-sample-examples = Exemple :
      balise sample exemple.balise
cli-import = Importe des articles (texte, HTML) ; sans fichier, reprend un import arrêté.
cli-import-examples = Exemples :
      balise import mali.balise article.txt page.html
      balise import mali.balise articles/
    Ctrl+C arrête après le document en cours ; la même commande sans fichier reprend.
cli-search = Cherche dans les textes et montre les phrases.
cli-search-examples = Exemples :
      balise search mali.balise retour volontaire
      balise search mali.balise --exact "traite des personnes"
cli-claims = Liste les chiffres lus, avec leur phrase.
cli-claims-examples = Exemples :
      balise claims mali.balise --status suggested
      balise claims mali.balise --json
cli-review = Accepte, rejette ou corrige des chiffres, en un seul acte.
cli-review-examples = Exemples :
      balise review mali.balise --accept 5f0c… 91ab…
      balise review mali.balise --accept-above 0.9
      balise review mali.balise --correct 5f0c… --value "18 000" --from 2019 --to 2022
cli-undo = Annule le dernier acte.
cli-redo = Rétablit le dernier acte annulé.
cli-chart = Dessine un indicateur (SVG ou PNG).
cli-chart-examples = Exemple :
      balise chart mali.balise --indicator return.total -o retours.png
cli-report = Fait le rapport (PDF), une note de bas de page par chiffre.
cli-report-examples = Exemples :
      balise report mali.balise -o note.pdf
      balise report mali.balise --json
cli-history = Les gestes, du plus récent au plus ancien
cli-trash = Mettre des documents à la corbeille, les en sortir, la lister, la vider
cli-info = Où est la bibliothèque, sa taille, ce qu’elle contient
cli-backup = Faire une copie de sûreté vérifiée
cli-restore = Ouvrir une copie de sûreté à côté de la bibliothèque
cli-salvage = Récupérer ce qui se lit d’une bibliothèque abîmée, dans une nouvelle
cli-copy = Enregistrer une copie vérifiée
cli-compact = Rendre la place inutilisée
cli-reindex = Refaire l’index de recherche
cli-versions = Les textes antérieurs d’un document, et ce qui a changé
cli-arg-act = annuler ce geste-là (numéro de « history »), si rien de plus récent ne s’appuie dessus
cli-arg-documents = documents à mettre à la corbeille (sans rien, la liste)
cli-arg-document = document
cli-arg-restore = documents à sortir de la corbeille
cli-arg-empty = vider la corbeille pour de bon
cli-arg-list = montrer les copies qui existent
cli-arg-number = rang de la copie dans la liste, 1 pour la plus récente
cli-arg-difference = montrer ce qui a changé depuis cette version
cli-arg-repair = réparer ce qui peut être prouvé
history-undone = annulé
history-fixed = ne peut plus être annulé
said-bin = { $count ->
    [0] La corbeille est vide.
    [one] 1 document à la corbeille.
   *[other] { $count } documents à la corbeille.
}
said-conflict = Une autre version de cette bibliothèque est à côté : { $file }
said-backup = Copie de sûreté faite et vérifiée : { $file }
said-backup-verified = vérifiée
said-backup-changed = modifiée depuis
said-compacted = { $before } avant, { $after } après.
said-reindexed = { $count } documents dans l’index de recherche.
said-versions = { $count ->
    [0] Aucun texte antérieur.
    [one] 1 texte antérieur.
   *[other] { $count } textes antérieurs.
}
problem-no-backup = Cette copie de sûreté n’existe pas (il y en a { $count }).
problem-no-backup-hint = « balise backup --list » montre celles qui existent ; « balise salvage » récupère ce qui se lit.
cli-verify = Vérifie que chaque chiffre est toujours scellé à sa phrase.
cli-verify-examples = Exemple :
      balise verify mali.balise --full
cli-analyse = Lit des articles en JSON Lines sur l’entrée, écrit leurs chiffres en JSON Lines.
cli-analyse-examples = Exemple :
      balise analyse < articles.jsonl > chiffres.jsonl
cli-score = Compare les chiffres que lit Balise à ceux que des personnes ont relevés dans les mêmes textes.
cli-score-examples = Exemple :
      balise score corpus/gold.jsonl --texts corpus/
cli-value-paths = FICHIER
cli-value-words = MOTS
cli-value-number = NOMBRE
cli-value-name = NOM
cli-value-file = FICHIER
cli-value-folder = DOSSIER
cli-arg-library = La bibliothèque, un fichier .balise
cli-arg-paths = Fichiers ou dossiers à importer
cli-arg-query = Mots cherchés ; entre guillemets, ils se suivent
cli-arg-exact = Les mots tels quels (sans terminaisons)
cli-arg-limit = Nombre de documents montrés
cli-arg-status = suggested (à vérifier), accepted (validés) ou rejected (rejetés)
cli-arg-accept = Chiffres à accepter
cli-arg-reject = Chiffres à rejeter
cli-arg-accept-above = Accepter tout ce qui est au moins aussi sûr (0 à 1)
cli-arg-correct = Chiffre à corriger : seuls les champs donnés changent
cli-arg-value = Valeur, comme « 18 000 » ou « 1,5 »
cli-arg-upper = Seconde valeur d’une fourchette ; vide pour l’ôter
cli-arg-bound = Borne : exact, about (environ), at_least (au moins), at_most (au plus)
cli-arg-unit = Unité : persons, households, flights, projects, movements, persons_per_day, percent, ou une monnaie (XOF)
cli-arg-from = Début de la période : AAAA, AAAA-MM ou AAAA-MM-JJ ; vide pour l’ôter
cli-arg-to = Fin de la période, de même
cli-arg-period-kind = Nature : during (sur une période), since (cumul), as_of (à une date), event (événement), unknown (absente)
cli-arg-population = Qui est compté ; vide pour l’ôter
cli-arg-modality = fact (fait) ou plan (prévision)
cli-arg-indicator = L’indicateur, par exemple return.total
cli-arg-output = Où écrire
cli-arg-date = Date imprimée, au lieu de celle du dernier acte
cli-arg-quick = Vérification rapide
cli-arg-full = Vérification complète (par défaut)
cli-arg-stats = Bilan sur la sortie d’erreur (en JSON avec --json)
cli-arg-gold = Les chiffres relevés, en JSON Lines
cli-arg-texts = Dossier des textes (par défaut, celui des chiffres relevés)
cli-arg-skip-title = Sans les chiffres qui ne sont que dans le titre
cli-arg-folds = Nombre de parts d’articles comparées entre elles
cli-arg-json = Réponse en JSON
cli-arg-lang = Langue : fr ou en
cli-arg-coder = Nom de qui code
cli-arg-help = Cette aide
cli-arg-version = La version
cli-missing = il manque { $what }.
cli-unknown-verb = commande inconnue : { $what }.
cli-unknown-option = option inconnue : { $what }.
cli-wrong-value = valeur refusée pour { $what } : « { $value } ».
cli-see-help = « balise --help » montre les commandes, « balise COMMANDE --help » leurs options.
said-new = Bibliothèque créée : { $file }
said-read = { $figures ->
    [0] aucun chiffre
    [one] 1 chiffre proposé
   *[other] { $figures } chiffres proposés
}{ $aside ->
    [0] {""}
    [one] , 1 bloc mis à part
   *[other] , { $aside } blocs mis à part
}.
said-imported = { $read } lus, { $known } déjà là, { $refused } refusés ; { $figures } chiffres proposés.
said-stopped = Import arrêté ; { $left ->
    [one] un fichier attend
   *[other] { $left } fichiers attendent
}. « balise import LIB » reprend. Rien n’est perdu.
said-nothing-to-review = Aucun chiffre à décider.
said-undone = Annulé : { $act }.
said-redone = Rétabli : { $act }.
said-found = { $count ->
    [0] Rien trouvé.
    [one] 1 document.
   *[other] { $count } documents.
}
said-figures = { $count ->
    [0] Aucun chiffre.
    [one] 1 chiffre.
   *[other] { $count } chiffres.
}
said-written = Écrit : { $file }
said-report = Écrit : { $file } ({ $count } chiffres, chacun avec sa phrase)
said-verified = { $documents } documents, { $figures } chiffres décidés : { $faults ->
    [0] tout est intact.
    [one] 1 défaut.
   *[other] { $faults } défauts.
}
said-stats = { $lines ->
    [0] Aucune ligne
    [one] 1 ligne
   *[other] { $lines-said } lignes
} ({ $megabytes } Mo) en { $seconds } s, { $speed } Mo/s : { $claims ->
    [0] aucun chiffre
    [one] 1 chiffre
   *[other] { $claims-said } chiffres
}{ $mentions ->
    [0] {""}
    [one] , 1 nom
   *[other] , { $mentions-said } noms
}{ $bad ->
    [0] {""}
    [one]  ; 1 ligne n’est pas un article
   *[other]  ; { $bad-said } lignes ne sont pas des articles
}{ $flawed ->
    [0] {""}
    [one]  ; 1 article a une date ou un caractère fautif
   *[other]  ; { $flawed-said } articles ont une date ou un caractère fautif
}.
report-title = Chiffres relevés : { $library }

## Ce que la fenêtre demande au moteur

problem-no-library = Aucune bibliothèque n’est ouverte.
problem-no-library-hint = Ouvrez-en une, ou l’exemple.
problem-import-resumed = L’import arrêté reprend.
problem-closing-after-file = Balise se ferme après le document en cours.
problem-closing-after-file-hint = Les autres attendent : l’import reprendra au prochain démarrage.
recent-summary = { $documents ->
    [one] 1 document
   *[other] { $documents } documents
}, { $figures ->
    [one] 1 chiffre
   *[other] { $figures } chiffres
}
when-today = aujourd’hui à { $time }
when-yesterday = hier à { $time }
import-waiting = en attente
left-seconds = encore { $n } secondes environ
left-minutes = encore { $n } minutes environ
date-read = Date lue dans la page
date-by-hand = Date donnée à la main
date-not-found = Date introuvable
left-out-count = { $count ->
    [one] 1 nombre écarté d’office
   *[other] { $count } nombres écartés d’office
}
aside-read-also = { $count ->
    [one] 1 bloc « Lire aussi »
   *[other] { $count } blocs « Lire aussi »
}
aside-author-page = page de l’auteur
aside-subscription = abonnement
aside-copyright = droits et mentions
aside-contact = contact
aside-navigation = { $count ->
    [one] 1 bloc de navigation
   *[other] { $count } blocs de navigation
}
aside-other-article = { $count ->
    [one] 1 autre article
   *[other] { $count } autres articles
}
aside-share = { $percent } % de la page
part-of = inclus dans { $total }
decided-by = par { $coder }, le { $date }
corrected-by = Corrigé par { $coder }, le { $date }.
made-by = Fait à la main par { $coder }, le { $date }.
machine-read = Lu par la machine : { $said }.
machine-field = lu par la machine : { $said }
unit-name-persons = personnes
unit-name-households = ménages
unit-name-flights = vols
unit-name-projects = projets
unit-name-movements = passages
unit-name-persons-per-day = personnes par jour
unit-name-percent = pour cent
unit-name-money = { $code ->
    [XOF] francs CFA
    [EUR] euros
    [USD] dollars
   *[other] { $code }
}
source-words = « { $words } »
source-words-elsewhere = « { $words } », dans une autre phrase
source-no-bound = aucun mot de borne
source-unit = déduit de ce qui est compté
source-carried = repris de la phrase d’avant ou du total
source-date = déduit de la date de l’article
source-end = fin = date de l’article
nothing-read = rien
source-hand = donné à la main
series-one-point = Un seul point : ce n’est pas encore une évolution
series-summary = { $figures ->
    [one] 1 chiffre
   *[other] { $figures } chiffres
}, { $documents ->
    [one] 1 document
   *[other] { $documents } documents
}
new-library-name = Ma bibliothèque
report-file-name = note chiffres
dialog-new-library = Nouvelle bibliothèque
dialog-open-library = Ouvrir une bibliothèque
dialog-import = Importer des articles
dialog-export-chart = Enregistrer le graphique
dialog-export-report = Enregistrer le rapport

problem-file-not-regular = « { $file } » n’est pas un fichier ordinaire.
problem-file-not-regular-hint = Donnez un fichier ou un dossier du disque. Rien n’a été modifié.
problem-file-broke-reader = La lecture de « { $file } » a échoué de façon inattendue.
problem-file-broke-reader-hint = Le fichier n’est pas importé ; les autres le sont. Transmettez-le avec les détails.
problem-same-text = Même texte qu’un document déjà dans la bibliothèque.
problem-library-damaged = Le fichier de la bibliothèque est abîmé.
problem-library-damaged-hint = Gardez-le tel quel et ouvrez une copie de sûreté, ou la copie d’un collègue.
problem-import-resumed-hint = Rien n’est perdu : les documents déjà lus sont là.
problem-chart-empty = Aucun chiffre validé et daté pour « { $indicator } ».
problem-chart-empty-hint = Validez d’abord des chiffres qui ont une période. Rien n’a été écrit.
problem-report-empty = Aucun chiffre validé : le rapport serait vide.
problem-report-empty-hint = Validez d’abord des chiffres. Rien n’a été écrit.
fault-decision-changed = Une décision a changé en dehors de Balise.
cli-conflict = { $what } ne va pas avec les autres options données.
cli-possible = Valeurs possibles : { $values }.

## Comparer à des chiffres relevés (balise score)

decimal-sign = ,
score-counts = { $articles } articles, { $gold } chiffres relevés ; { $read } chiffres lus : { $counted } comptés, laissés de côté { $repeats } reprises et { $optional } facultatifs.
    À tort : { $wrong }, dont { $distractors } sur des mots connus pour tromper (dates, prix, téléphones…).
score-right = justes
score-precision = précision
score-recall = rappel
score-f1 = F1
score-line-found = (a) chiffre trouvé
score-line-ind = (b) + indicateur
score-line-bound = (c) + borne
score-line-per = (d) + période (au mois près)
score-line-all = (e) tout juste (b, c, d et unité)
score-line-all-strict = tout juste, au jour près, part de quel total
score-fields = Des chiffres trouvés : indicateur { $indicator }, borne { $bound }, période au mois { $period }, période au jour { $period_strict }, unité { $unit }, total { $part_of }.
score-confidence = Confiance : score de Brier { $brier } ; à partir de 0,9 : { $sure } chiffres, part juste { $right }.
score-step = dès { $from } : { $number } chiffres, { $said } annoncé, { $right } juste
score-folds = En { $number } parts d’articles (F1), et intervalle à 95 % par tirage d’articles :
score-fold = { $what } : moyenne { $mean } (de { $lowest } à { $highest }), intervalle { $low }–{ $high }
score-error-missed = Manqués : { $number }
score-error-false-alarm = Lus à tort : { $number }
score-error-indicator = Autre indicateur : { $number }
score-error-bound = Autre borne : { $number }
score-error-period = Autre période : { $number }
score-error-unit = Autre unité : { $number }
score-error-part-of = Autre total : { $number }
