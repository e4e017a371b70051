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
help-list = Liste des documents
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
problem-safe = Rien n’a été modifié.
problem-unknown = Balise n’a pas pu terminer cet acte
problem-unknown-hint = Essayez encore. Si cela se répète, copiez les détails et envoyez-les à la personne qui vous aide.
