# The words of Balise in English. Sentence case, imperative on buttons. Same keys as fr.ftl.

## Screens and frame

home = Home
read = Read
series = Series
settings = Settings
help = Help
screens = Screens
status = Status
palette = Search or run a command
undo = Undo: { $act }
undo-short = Undo
redo = Redo
import-act = Import
saved = Saved at { $time }
saved-already = Already saved at { $time }
saved-nothing = Nothing to save: every act is kept at once
coding-as = Coding as { $name }
documents-count =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
offline = Offline: nothing leaves this computer
version = Balise { $version }
no-library = No library
needs-library = Open a library first
sample = sample
read-only = read only
open-library = Open a library…
new-library-more-dots = New library…
close-library = Close the library
close = Close
back = Back
open = Open
yes = yes
no = no
comma = ,{" "}
quote-open = “
quote-close = ”
percent = { $value }%

## Keys

key-ctrl = Ctrl
key-alt = Alt
key-enter = Enter
key-delete = Del
key-escape = Esc
key-page-down = PgDn
key-page-up = PgUp
shortcuts = Keyboard shortcuts
help-everywhere = Everywhere
help-reading = Read and review
help-window = Window
help-palette = Search, run a command
help-region = Next region
help-open = Open a library
help-next-document = Next document
help-previous-document = Previous document
help-next-figure = Next figure
help-previous-figure = Previous figure
help-edit-figure = Edit the figure
help-list = Document list
help-bin = Chosen document to the bin
help-plain = Text only
help-close = Close the panel
help-saved = Saving

## Home

motto = No figure without its sentence
motto-more = Read and quote. Every point of a chart leads to the text that states it.
first-run = First run
coder-name = Coder name
coder = Coding
coder-help = Every decision carries this name.
coder-missing = The name is empty. Write a name, even a short one.
confirm = Confirm
open-sample = Open the sample
open-sample-more = Articles on Mali, already read, with their figures.
new-library = New library
new-library-more = One single file on this computer.
drop-region = Drop files
drop-here = Drop files here
drop-count =
    { $count ->
        [one] Drop { $count } file
       *[other] Drop { $count } files
    }
drop-kinds = Saved articles and pages, or a whole folder
choose = Choose…
recent = Recent
recent-missing = Not found in { $folder }
nothing-leaves = Nothing leaves this computer without a button that says where.

## Import

import = Import
imported-files = Imported files
import-files = Import files…
import-progress =
    { $done ->
        [one] { $done } of { $total } files
       *[other] { $done } of { $total } files
    }
import-line = Import: { $done } of { $total }
import-line-done =
    { $total ->
        [one] Import finished: { $total } file
       *[other] Import finished: { $total } files
    }{ $refused ->
        [0] {""}
       *[other] , { $refused } refused
    }
stop = Stop
stopping = Stopping…
resume = Resume
count-read =
    { $count ->
        [one] { $count } read
       *[other] { $count } read
    }
count-known =
    { $count ->
        [one] { $count } copy
       *[other] { $count } copies
    }
count-check =
    { $count ->
        [one] { $count } to check
       *[other] { $count } to check
    }
count-refused =
    { $count ->
        [one] { $count } refused
       *[other] { $count } refused
    }
outcome-waiting = waiting
outcome-read = read
outcome-known = copy
outcome-check = to check
outcome-refused = refused
open-named = Open { $name }
copy-details = Copy details
copy-details-named = Copy details of { $name }
can-read = You can read already.

## Read

documents = Documents
filter-documents = Filter documents
list-count = { $shown } of { $total }
list-width = Width of the list
details-width = Width of the details
show-list = Show the list
no-documents = No documents
no-documents-more = Drop files, or open the sample.
nothing-for = Nothing for “{ $words }”
nothing-filtered = The filter looks in titles and sources. Clear it to see all again.
choose-document = Choose a document
opening = Opening the document…
text = Text
previous-reading = Previous reading
next-reading = Next reading
previous-figure = Previous
next-figure = Next figure
by-author = By { $name }
set-aside = Set aside: { $label }
show = Show
hide = Hide
chip-no-period = no period
details = Details
details-of = Details of the document
figures = Figures
figures-count =
    { $count ->
        [one] { $count } figure
       *[other] { $count } figures
    }
to-review =
    { $count ->
        [one] { $count } figure to review
       *[other] { $count } figures to review
    }
to-review-short = { $count } to review
all-reviewed = All reviewed
no-figures = No figure in this text
left-out = Left out by rule
status-suggested = To review
status-accepted = Accepted
status-rejected = Rejected
indicator = Indicator
who = Who
period = Period
period-absent = not in the text
link = Link
decided = Decided
accept = Accept
reject = Reject
edit = Edit
correct-act = Correct
make-act = Add the figure
leave-unchanged = Change nothing
figure-from-selection = Figure from selection
selection-first = Select a number in the text first
proposed-reading = Proposed reading
read-as = Read as
corrected-reading = Corrected reading
hand-reading = Reading by hand
read-otherwise = read differently since
unit = Unit
upper = Up to
kind = Kind
field-from = Start
field-to = End
said-by = Said by
origin = From
destination = To
part-of-row = Part of
modality = Fact or plan
modality-fact = Fact
modality-plan = Plan
kind-during = Over a period
kind-since = Total since a date
kind-as_of = On a date
kind-event = One event
kind-unknown = No period stated
date-help = Day, month or year: 31/01/2025, 01/2025 or 2025
date-example = 31/01/2025
choose-indicator = Choose an indicator…

## History, bin

history = History
filter-acts = Filter actions
acts = Actions
no-acts = No actions
no-acts-more = What you do in this library will be noted here, and can be undone.
earlier-acts = Earlier actions
act-by = { $moment }, { $coder }
act-undone = undone
act-fixed = Can no longer be undone
bin = Bin
bin-count = Bin ({ $count })
bin-documents = Documents in the bin
bin-nothing = The bin is empty
bin-leave = Back to the list
to-bin = Move to bin
restore-document = Restore
restore-named = Restore: { $title }
bin-uses = These figures will no longer count
bin-uses-of = They come from “{ $title }”, and were accepted.
bin-uses-more = and { $count } more
bin-uses-back = They will count again if the document leaves the bin.
empty-bin = Empty bin
empty-bin-dots = Empty bin…
empty-bin-ask =
    { $count ->
        [one] Delete 1 document for good?
       *[other] Delete { $count } documents for good?
    }
empty-bin-final = Their texts, originals and figures are erased. This cannot be undone.
empty-bin-more = and { $count } more

## Renewed texts

orphans = Sentence not in the current text
orphan = sentence not in the current text
versions-count =
    { $count ->
        [one] Text renewed: 1 earlier version
       *[other] Text renewed: { $count } earlier versions
    }
versions-see = See what changed
versions-title = What changed in the text
earlier-version = Earlier version
version-gone = Words that went
version-new = New words
version-gone-from = Removed:{" "}
version-new-from = Added:{" "}
version-end = {" "}end.{" "}
version-same = Both texts say the same.

## Series

steps = Steps
step-choose = Choose figures
step-draw = Draw
step-export = Export
choose-first = Choose accepted figures with a period first
indicators = Indicators
accepted-count =
    { $count ->
        [one] { $count } accepted
       *[other] { $count } accepted
    }
chosen-count =
    { $kept ->
        [one] { $kept } chosen of { $total }
       *[other] { $kept } chosen of { $total }
    }
choose-rule = Only accepted figures with a period enter a series.
accepted-figures = Accepted figures
chosen = Chosen
bound = Bound
value = Value
source = Source
left-out-why = Left out
absent = none
open-figure = Open the sentence: { $name }
no-series = No series
no-series-more = Choose accepted figures.
go-read = Go to reading
go-series = Go to series
chart = Chart: { $title }
series-behind = The sentences behind each point
series-sentences = Sentences of the series
sentence = Sentence
export = Export
export-title = The chart and its report
export-png = PNG
export-png-more = image at 300 dots per inch
export-svg = SVG
export-svg-more = for recent Word and the web
export-report = PDF report
export-report-more = the chart, every figure and its sentence
export-library = PDF report of the library
export-library-more = all accepted figures and their sentences
export-library-report = Export the library report…
writing = Writing the file…
written = { $name } is written in { $folder }
sample-export = These figures belong to the sample: the file says so too.

## Settings

display = Display
language = Language
theme = Theme
theme-system = Match system
theme-light = Light
theme-dark = Dark
interface-size = Interface size
text-size = Text size
text-sample = Since 2017 the organisation has assisted the return of more than 44,000 people.

## Settings of the library

rubrics = Pages
library = Library
library-file-dots = Library file…
backups = Backups
backups-dots = Backups…
move-here = Keep on this computer
conflicts = There are conflicting copies in the same folder.
conflicts-more = Open them to see what they have more, then put them elsewhere.
file-name = Name
folder = Folder
file-size = Size
file-holds = Holds
copy-path = Copy path
path-copied = Path copied
save-copy-dots = Save a copy…
compact = Compact
compacted = File compacted: { $before }, now { $after }
verify = Verify
verifying = Verifying…
working = Working…
library-acts-help = Compact gives back the room that deletions left. Verify reads the whole file again, each figure against its sentence.
faults = Faults found
repair = Repair what can be
last-backup = Last verified backup: { $when }
no-backup = No verified backup
back-up-now = Back up now
backed-up = Backup made and verified
backups-help = Each opens beside the library, which does not change.
backup-verified = verified
backup-unverified = not verified
open-beside = Open beside it
open-beside-named = Open beside it: { $when }

## Palette

results = Results
in-texts =
    { $count ->
        [one] In the texts: { $count } passage
       *[other] In the texts: { $count } passages
    }
commands = Commands

## Problems

problem-do = What to do.
recovery = What can be done
recovery-of = { $name }, in { $folder }. This file stays as it is; a copy opens beside it.
recovery-no-backup = There is no backup on this computer.
recover-backup = Open backup
recover-backup-named = Open backup: { $when }
salvage = Recover what can be read
salvage-more = All that can still be read, in a new library.
salvaged = This is what could be recovered
salvaged-missing = Missing:
salvaged-whole = Nothing is missing.
continue = Continue
problem-unknown = Balise could not finish this act
problem-unknown-hint = Try again. If it happens again, copy the details and send them to the person who helps you. Nothing was changed.

## Figures said in words

bound-exact = exactly
bound-about = about
bound-at-least = at least
bound-at-most = at most
quantity-about = about { $value }
quantity-at-least = more than { $value }
quantity-no-less = at least { $value }
quantity-at-most = at most { $value }
quantity-between = between { $low } and { $high }
unit-percent = { $value }%
unit-money = { $value } { $code ->
    [XOF] CFA francs
    [EUR] euros
    [USD] dollars
   *[other] { $code }
}
unit-households = { $value } households
unit-flights = { $value } flights
unit-projects = { $value } projects
unit-movements = { $value } movements
unit-persons-per-day = { $value } persons a day
period-since-day = { $start } to { $end }, running total
period-since-until = { $start } to { $end }, running total
period-since = since { $start }, running total
period-as-of = as of { $end }
period-as-of-end = at the end of { $end }
period-from-to = { $start } to { $end }
period-from-day-to-day = { $start } to { $end }
period-from = from { $start }
period-until = until { $end }
no-period = no period stated
no-outlet = unnamed source
document-title = “{ $title }”,
no-date = undated
reading = Read as: { $parts }.
reading-joint = {"; "}
reading-bound = “{ $words }” gives { $bound }
reading-indicator = “{ $words }” gives { $indicator }
reading-period = “{ $words }” gives { $period }
reading-period-elsewhere = the period { $period } comes from another sentence
reading-period-assumed = period { $period } from the date of the article
reading-no-period = the text gives no period
reading-part-of = included in { $total }
reading-plan = announced, not yet observed
footnote = “{ $quote }” { $outlet }, { $date }.
footnote-sample = {" "}(Sample: text and source are invented.)

## Charts

chart-title-since = { $value } { $indicator } since { $year }
chart-title-years = { $indicator }, { $years }
chart-years = { $first }-{ $last }
chart-subtitle = { $indicator }, { $unit }
chart-unit-persons = number of persons
chart-unit-households = number of households
chart-unit-flights = number of flights
chart-unit-projects = number of projects
chart-unit-movements = number of movements
chart-unit-persons-per-day = persons a day
chart-unit-percent = per cent
chart-unit-money = { $code ->
    [XOF] CFA francs
    [EUR] euros
    [USD] dollars
   *[other] { $code }
}
chart-panel-since = Total since { $year }
chart-panel-total = Running total
chart-panel-stock = On a date
chart-panel-periods = Number per period
chart-panel-amounts = Amount per period
chart-panel-shares = Share per period
chart-subset = of which { $value }
chart-subset-of = of which { $value } { $population }
chart-sample = Sample: texts and sources are invented
chart-empty = No dated figure
chart-gap = no figure found
chart-legend-exact = exact number
chart-legend-about = about
chart-legend-at-least = at least
chart-legend-at-most = at most
chart-legend-range = between two values
chart-legend-period = period covered
chart-legend-minimum = known minimum
chart-legend-link = link without value
chart-figures = { $count ->
    [one] 1 figure
   *[other] { $said } figures
}
chart-documents = { $count ->
    [one] 1 document
   *[other] { $said } documents
}
chart-outlets-more = { $count ->
    [one] { $outlets } and 1 other
   *[other] { $outlets } and { $count } others
}
chart-sources = Sources: { $outlets }; { $facts }.
chart-made = Balise, { $date }.
chart-note-dropped = { $count ->
    [one] 1 value is not written, for lack of room.
   *[other] { $said } values are not written, for lack of room.
}
chart-spot-statements = { $name }, { $count } sources
chart-alt-title = { $title }.
chart-alt-panel = { $panel }: { $items }.
chart-alt-item = { $value } ({ $when })
chart-alt-joint = {"; "}
chart-alt-between = …
left-out-not-accepted = not accepted yet
left-out-plan = announced, not observed
left-out-out-of-scale = negative value, or too large for an axis
left-out-no-period = no period stated
left-out-open-period = open period: one end is missing
left-out-other-unit = another unit than the series

## Reports

report-line = { $library }, { $date }
report-foot = { $title }. Balise, { $date }
report-figure = Figure
report-sample = Sample: texts and sources are invented
report-sample-name = Sample: { $title }
report-empty = No accepted figure.
report-says = { $outlet } gives
report-facts = , { $facts }.
report-persons = { $count ->
    [one] person
   *[other] persons
}
report-no-period = no period stated
report-part-of = part of a larger total
report-plan = announced, not yet observed
report-review = To check
report-review-why = The text gives no period for these figures:
report-review-item = { $indicator }:
report-source = “{ $title }”, { $outlet }, { $date }.
report-sources = Sources

## Acts, for undo and for the history

history-line = Nothing from before this change of format can be undone.
history-yesterday = Yesterday
history-moment = { $day } at { $time }
act-followed = { $moved ->
    [one] { $moved } decision followed its sentence
   *[other] { $moved } decisions followed their sentence
}, { $orphans ->
    [one] { $orphans } does not find it
   *[other] { $orphans } do not find it
}
bin-until = Removed for good on { $day }
about-holds = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { $figures ->
    [one] { $figures } accepted figure
   *[other] { $figures } accepted figures
}, { $trashed } in the bin, { $acts ->
    [one] { $acts } action
   *[other] { $acts } actions
}
about-backups = { $count ->
    [0] No backup
    [one] 1 copy, { $size }
   *[other] { $count } copies, { $size }
}
place-synced = This library is in a folder synchronised by { $by }
place-synced-words = A program copies it while you work: two versions may contradict each other. Keep it on this computer, and share copies.
place-network = This library is in a network folder
place-network-words = With several people, or when the network drops, it can be damaged. Keep it on this computer, and share copies.
backup-file-name = copy of { $day }
copy-file-name = { $name } (copy)
salvage-file-name = recovered
dialog-save-copy = Save a copy
salvage-said = { $documents } documents and { $figures } decided figures recovered in “{ $file }”. The damaged library was not touched.
salvage-missing-document = { $count ->
    [one] At least { $count } document is missing
   *[other] At least { $count } documents are missing
}
salvage-missing-decision = { $count ->
    [one] At least { $count } decided figure is missing
   *[other] At least { $count } decided figures are missing
}
salvage-missing-text = { $count ->
    [one] At least { $count } text is missing
   *[other] At least { $count } texts are missing
}
salvage-missing-original = { $count ->
    [one] At least { $count } original file is missing
   *[other] At least { $count } original files are missing
}
salvage-missing-change = { $count ->
    [one] At least { $count } line of the history is missing
   *[other] At least { $count } lines of the history are missing
}
fault-place = { $title }, byte { $at } of the text
version-until = Until { $moment }
act-renew = { $count ->
    [one] text renewed
   *[other] { $count } texts renewed
}
act-trash = { $count ->
    [one] document put in the bin
   *[other] { $count } documents put in the bin
}
act-restore = { $count ->
    [one] document taken out of the bin
   *[other] { $count } documents taken out of the bin
}
act-purge = { $count ->
    [one] document removed for good
   *[other] { $count } documents removed for good
}
act-migrate = library format brought up to date
act-salvage = library recovered
act-import = { $count ->
    [one] document imported
   *[other] { $count } documents imported
}
act-accept = { $count ->
    [one] figure accepted
   *[other] { $count } figures accepted
}
act-reject = { $count ->
    [one] figure rejected
   *[other] { $count } figures rejected
}
act-correct = figure corrected
act-make = figure made by hand
said-status-suggested = to review
said-status-accepted = accepted
said-status-corrected = corrected
said-status-rejected = rejected

## Problems: what happened, then what to do and what is safe

problem-file-empty = The file “{ $file }” is empty.
problem-file-empty-hint = Check the original file. Nothing was changed.
problem-file-not-text = The file “{ $file }” is not a text ({ $what }).
problem-file-not-text-hint = Balise reads text and web pages (HTML). Save the article in one of these forms.
problem-file-no-text = The file “{ $file }” holds no text that can be read.
problem-file-no-text-hint = Open it in its program and copy the text into a .txt file.
problem-file-too-big = The file “{ $file }” is larger than { $limit } MB.
problem-file-too-big-hint = Cut it into articles. Nothing was changed.
problem-file-in-bin = This document is in the bin.
problem-file-in-bin-hint = Restore it from the bin to have it back with everything that was decided in it.
problem-file-known = Already in the library.
problem-file-missing = The file “{ $file }” was not found.
problem-file-missing-hint = Check its name and its folder. Nothing was changed.
problem-file-not-permitted = The system refuses access to “{ $file }”.
problem-file-not-permitted-hint = Choose another folder or ask for the right to write there. Nothing was changed.
problem-file-failed = Reading or writing “{ $file }” failed.
problem-file-failed-hint = Check the disk or the stick, then try again. What was saved still is.
problem-disk-full = The disk is full.
problem-disk-full-hint = Make room, then try again. What was saved still is.
problem-encoding-damaged = A few characters could not be read ({ $encoding }).
problem-encoding-damaged-hint = The document is kept; unreadable signs are marked �.
problem-no-date-found = No date found. The document is kept.
problem-not-french = This text is not in French: no figure is read in it.
problem-not-french-hint = It is kept and search finds it.
problem-library-missing = The library “{ $file }” was not found.
problem-library-missing-hint = Was it moved or renamed? Open it from its new folder.
problem-library-exists = “{ $file }” exists already.
problem-library-exists-hint = Choose another name, or open this library. Nothing was changed.
problem-library-not-one = “{ $file }” is not a Balise library.
problem-library-not-one-hint = Open a .balise file; to read an article, import it. Nothing was changed.
problem-library-older = “{ $file }” was made by an older version of Balise and cannot be brought up to date here.
problem-library-older-hint = Copy it to a folder that can be written to, then open the copy. Nothing was changed.
problem-library-newer = “{ $file }” was made by a newer version of Balise ({ $by }, format { $found }); this is version { $version }, format { $ours }.
problem-library-newer-hint = Install version { $by } or later. The library was not touched.
problem-log-lost = Balise was not closed the last time, and the log that lay beside the library is gone. What was done after { $since } may be missing.
problem-log-lost-hint = If a file of the same name ending in “-wal” lies elsewhere, put it back beside it before opening. A backup may have it too.
problem-library-synced = This library is in a folder synchronised by { $by }: two versions may contradict each other.
problem-library-synced-hint = Settings, Library, “Keep on this computer” makes a verified copy here. Nothing was changed.
problem-library-on-network = This library is in a network folder: with several people, or when the network drops, it can be damaged.
problem-library-on-network-hint = Settings, Library, “Keep on this computer” makes a verified copy here. Nothing was changed.
problem-library-moved = “{ $file }” is no longer where it was opened: it was moved, renamed or removed.
problem-library-moved-hint = Everything that was saved is in the file. Open it again at its new place, or put it back. The last action was not done.
problem-library-stopped = The disk refused a write: “{ $file }” is no longer being changed.
problem-library-stopped-hint = Check the disk, then close the library and open it again. Everything saved before is in it.
problem-built-upon = A later action builds on this one.
problem-built-upon-hint = Undo the later one first. Nothing was changed.
problem-act-fixed = This action can no longer be undone: it is from before a change of format, or what it touched was removed for good.
problem-page-changed = The page has changed at its address: its new text takes the place of the old one, which is kept.
problem-library-open-elsewhere = “{ $file }” is already open elsewhere ({ $by }).
problem-library-open-elsewhere-hint = Close the other window or command, then try again. Nothing was changed.
problem-library-two-names = “{ $file }” has a second name (a hard link): two programs could damage it without seeing each other.
problem-library-two-names-hint = Copy it under another name and open the copy, or remove the other name. Nothing was changed.
problem-library-read-only = “{ $file }” cannot be changed: its folder is read-only.
problem-library-read-only-hint = Reading, searching and exporting still work. To change it, copy it to another folder.
problem-library-failed = The library could not do this.
problem-library-failed-hint = What was saved still is. “balise verify” says whether the file is intact.
problem-seal-broken = This figure no longer matches its sentence.
problem-seal-broken-hint = It was not accepted. “balise verify” shows where the file changed.
problem-nothing-to-revert = There is nothing to undo or redo.
problem-number-not-read = “{ $written }” is not a number.
problem-number-not-read-hint = Write for example 18,000 or 1.5. Nothing was changed.
problem-value-out-of-range = This value is too large.
problem-value-out-of-range-hint = Check the number of zeros. Nothing was changed.
problem-upper-not-above = The second value must be larger than the first.
problem-upper-not-above-hint = Leave this field empty unless it is a range. Nothing was changed.
problem-unit-unknown = Unknown unit: “{ $written }”.
problem-unit-unknown-hint = Choose persons, households, flights, projects, movements, persons_per_day, percent or a currency such as XOF. Nothing was changed.
problem-indicator-missing = The indicator is missing.
problem-indicator-missing-hint = Choose what this number counts.
problem-indicator-unknown = Unknown indicator: “{ $written }”.
problem-indicator-unknown-hint = Choose it from the list. Nothing was changed.
problem-date-not-read = “{ $written }” is not a date.
problem-date-not-read-hint = Write a day, a month or a year: 31/01/2025, 01/2025 or 2025. Nothing was changed.
problem-period-backwards = The end comes before the start.
problem-period-backwards-hint = Check both dates. Nothing was changed.
problem-period-no-start = A total since a date needs its start.
problem-period-no-start-hint = Give the start, or choose another kind. Nothing was changed.
problem-period-no-end = A number on a date needs its date.
problem-period-no-end-hint = Give the end, or choose another kind. Nothing was changed.
problem-period-no-day = This period has no date.
problem-period-no-day-hint = Give the start or the end, or choose “No period stated”. Nothing was changed.
problem-selection-no-number = The selection holds no number.
problem-selection-no-number-hint = Select a number in the text, then try again.
problem-nothing-to-correct = Nothing to correct: no field is given.
problem-nothing-to-correct-hint = Add for example --value 18000 or --from 2017.
problem-not-found = Not found in this library: { $id }.
problem-not-found-hint = The list may have changed. Nothing was changed.
problem-search-failed = The search did not finish.
problem-search-failed-hint = The index rebuilds itself at the next start; the texts are intact.
problem-chart-failed = The chart could not be made.
problem-chart-failed-hint = The figures are intact. Copy the details to pass them on.
problem-report-failed = The report could not be made.
problem-report-failed-hint = The figures are intact. Copy the details to pass them on.
problem-chart-ending = “{ $file }”: a chart is saved as .svg or .png.
problem-report-ending = “{ $file }”: a report is saved as .pdf.
problem-report-where = Say where to write the report: -o report.pdf.
problem-nothing-to-import = No file to import.
problem-nothing-to-import-hint = Give files or a folder.
problem-line-not-read = This line is not JSON with “id” and “text”.
problem-lone-surrogate = A half-written character was replaced by �.
problem-line-without-text = This line has neither “text” nor “html”.
problem-published-not-read = The date “{ $date }” is not of the form YYYY-MM-DD.
problem-sum-uneven = The parts do not make the total: { $parts } = { $sum }, and the text says { $total }. Both are kept; check the source.
problem-published-in-future = The day of publication ({ $date }) is still to come.
problem-gold-not-read = “{ $file }”: line { $line } is no article with the figures found in it.
fault-unreadable = A part of the file cannot be read:
fault-document-changed = A document is no longer what its last action left:
fault-reviewer-missing = A decided figure without a person or a time:
fault-finding-broken = A reading by the machine is damaged:
fault-journal-changed = A line of the history has changed:
fault-count-wrong = A kept count is no longer right:
fault-index-damaged = The search index is damaged:
fault-index-behind = The search index does not have all documents:
fault-structure = The structure of the file is damaged.
fault-orphan = A row points to something that is gone.
fault-text-changed = A text has changed since it was saved.
fault-original-changed = An original has changed since it was saved.
fault-quote-broken = A figure no longer matches its sentence.

## Command line

cli-about = Balise: no figure without its sentence. Reads articles, finds the figures of migration with their sentence, makes charts and reports.
cli-examples = To begin:
      balise new mali.balise
      balise import mali.balise articles/
      balise claims mali.balise
      balise review mali.balise --accept-above 0.9
      balise chart mali.balise --indicator return.total -o returns.svg
      balise report mali.balise -o note.pdf
cli-usage = Usage:
cli-verbs = Commands:
cli-places = To give:
cli-options = Options:
cli-new = Make an empty library.
cli-new-examples = Example:
      balise new mali.balise
cli-sample = Make the sample library, already read.
cli-sample-examples = Example:
      balise sample sample.balise
cli-import = Import articles (text, HTML); without a file, go on with a stopped import.
cli-import-examples = Examples:
      balise import mali.balise article.txt page.html
      balise import mali.balise articles/
    Ctrl+C stops after the current document; the same command without files goes on.
cli-search = Search the texts and show the sentences.
cli-search-examples = Examples:
      balise search mali.balise retour volontaire
      balise search mali.balise --exact "traite des personnes"
cli-claims = List the figures read, with their sentence.
cli-claims-examples = Examples:
      balise claims mali.balise --status suggested
      balise claims mali.balise --json
cli-review = Accept, reject or correct figures, as one act.
cli-review-examples = Examples:
      balise review mali.balise --accept 5f0c… 91ab…
      balise review mali.balise --accept-above 0.9
      balise review mali.balise --correct 5f0c… --value "18 000" --from 2019 --to 2022
cli-undo = Undo the last act.
cli-redo = Redo the last act undone.
cli-chart = Draw an indicator (SVG or PNG).
cli-chart-examples = Example:
      balise chart mali.balise --indicator return.total -o returns.png
cli-report = Make the report (PDF), one footnote a figure.
cli-report-examples = Examples:
      balise report mali.balise -o note.pdf
      balise report mali.balise --json
cli-history = The actions, latest first
cli-trash = Put documents in the bin, take them out, list it, empty it
cli-info = Where the library is, its size, what it holds
cli-backup = Make a verified backup
cli-restore = Open a backup beside the library
cli-salvage = Recover what can be read of a damaged library, in a new one
cli-copy = Save a verified copy
cli-compact = Give unused space back
cli-reindex = Make the search index anew
cli-versions = Earlier texts of a document, and what has changed
cli-arg-act = undo this action (a number of “history”), if nothing later builds on it
cli-arg-documents = documents to put in the bin (none: the list)
cli-arg-document = document
cli-arg-restore = documents to take out of the bin
cli-arg-empty = empty the bin for good
cli-arg-list = show the backups there are
cli-arg-number = place of the backup in the list, 1 for the newest
cli-arg-difference = show what has changed since this version
cli-arg-repair = mend what can be proved
history-undone = undone
history-fixed = can no longer be undone
said-bin = { $count ->
    [0] The bin is empty.
    [one] 1 document in the bin.
   *[other] { $count } documents in the bin.
}
said-conflict = Another version of this library lies beside it: { $file }
said-backup = Backup made and verified: { $file }
said-backup-verified = verified
said-backup-changed = changed since
said-compacted = { $before } before, { $after } after.
said-reindexed = { $count } documents in the search index.
said-versions = { $count ->
    [0] No earlier text.
    [one] 1 earlier text.
   *[other] { $count } earlier texts.
}
problem-no-backup = This backup does not exist (there are { $count }).
problem-no-backup-hint = “balise backup --list” shows those there are; “balise salvage” recovers what can be read.
cli-verify = Check that every figure is still sealed to its sentence.
cli-verify-examples = Example:
      balise verify mali.balise --full
cli-analyse = Read articles as JSON Lines from input, write their figures as JSON Lines.
cli-analyse-examples = Example:
      balise analyse < articles.jsonl > figures.jsonl
cli-score = Compare the figures Balise reads with those people found in the same texts.
cli-score-examples = Example:
      balise score corpus/gold.jsonl --texts corpus/
cli-value-paths = FILE
cli-value-words = WORDS
cli-value-number = NUMBER
cli-value-name = NAME
cli-value-file = FILE
cli-value-folder = FOLDER
cli-arg-library = The library, a .balise file
cli-arg-paths = Files or folders to import
cli-arg-query = Words to find; in quotation marks they stand together
cli-arg-exact = The words as they are (no endings)
cli-arg-limit = How many documents to show
cli-arg-status = suggested (to review), accepted or rejected
cli-arg-accept = Figures to accept
cli-arg-reject = Figures to reject
cli-arg-accept-above = Accept all that is at least so sure (0 to 1)
cli-arg-correct = Figure to correct: only the fields given change
cli-arg-value = Value, such as “18 000” or “1,5”
cli-arg-upper = Second value of a range; empty to take it away
cli-arg-bound = Bound: exact, about, at_least, at_most
cli-arg-unit = Unit: persons, households, flights, projects, movements, persons_per_day, percent, or a currency (XOF)
cli-arg-from = Start of the period: YYYY, YYYY-MM or YYYY-MM-DD; empty to take it away
cli-arg-to = End of the period, likewise
cli-arg-period-kind = Kind: during, since (total since a date), as_of (on a date), event, unknown
cli-arg-population = Who is counted; empty to take it away
cli-arg-modality = fact or plan
cli-arg-indicator = The indicator, for example return.total
cli-arg-output = Where to write
cli-arg-date = Date to print, instead of that of the last act
cli-arg-quick = Quick check
cli-arg-full = Full check (the default)
cli-arg-stats = Counts on the error stream (as JSON with --json)
cli-arg-gold = The figures people found, as JSON Lines
cli-arg-texts = Folder of the texts (by default, that of the figures)
cli-arg-skip-title = Without the figures that stand in the title only
cli-arg-folds = Number of parts of the articles set beside each other
cli-arg-json = Answer in JSON
cli-arg-lang = Language: fr or en
cli-arg-coder = Name of who codes
cli-arg-help = This help
cli-arg-version = The version
cli-missing = { $what } is missing.
cli-unknown-verb = unknown command: { $what }.
cli-unknown-option = unknown option: { $what }.
cli-wrong-value = value refused for { $what }: “{ $value }”.
cli-see-help = “balise --help” shows the commands, “balise COMMAND --help” their options.
said-new = Library made: { $file }
said-read = { $figures ->
    [0] no figure
    [one] 1 figure proposed
   *[other] { $figures } figures proposed
}{ $aside ->
    [0] {""}
    [one] , 1 block set aside
   *[other] , { $aside } blocks set aside
}.
said-imported = { $read } read, { $known } already there, { $refused } refused; { $figures } figures proposed.
said-stopped = Import stopped; { $left ->
    [one] one file waits
   *[other] { $left } files wait
}. “balise import LIB” goes on. Nothing is lost.
said-nothing-to-review = No figure to decide.
said-undone = Undone: { $act }.
said-redone = Redone: { $act }.
said-found = { $count ->
    [0] Nothing found.
    [one] 1 document.
   *[other] { $count } documents.
}
said-figures = { $count ->
    [0] No figure.
    [one] 1 figure.
   *[other] { $count } figures.
}
said-written = Written: { $file }
said-report = Written: { $file } ({ $count } figures, each with its sentence)
said-verified = { $documents } documents, { $figures } figures decided: { $faults ->
    [0] all is intact.
    [one] 1 fault.
   *[other] { $faults } faults.
}
said-stats = { $lines ->
    [0] No line
    [one] 1 line
   *[other] { $lines-said } lines
} ({ $megabytes } MB) in { $seconds } s, { $speed } MB/s: { $claims ->
    [0] no figure
    [one] 1 figure
   *[other] { $claims-said } figures
}{ $mentions ->
    [0] {""}
    [one] , 1 name
   *[other] , { $mentions-said } names
}{ $bad ->
    [0] {""}
    [one] ; 1 line is no article
   *[other] ; { $bad-said } lines are no articles
}{ $flawed ->
    [0] {""}
    [one] ; 1 article has a wrong date or character
   *[other] ; { $flawed-said } articles have a wrong date or character
}.
report-title = Figures read: { $library }

## What the window asks of the engine

problem-no-library = No library is open.
problem-no-library-hint = Open one, or the sample.
problem-import-resumed = The stopped import goes on.
problem-closing-after-file = Balise closes after the current document.
problem-closing-after-file-hint = The others wait: the import goes on at the next start.
recent-summary = { $documents ->
    [one] 1 document
   *[other] { $documents } documents
}, { $figures ->
    [one] 1 figure
   *[other] { $figures } figures
}
when-today = today at { $time }
when-yesterday = yesterday at { $time }
import-waiting = waiting
left-seconds = about { $n } seconds left
left-minutes = about { $n } minutes left
date-read = Date read from the page
date-by-hand = Date given by hand
date-not-found = No date found
left-out-count = { $count ->
    [one] 1 number left out by rule
   *[other] { $count } numbers left out by rule
}
aside-read-also = { $count ->
    [one] 1 “Read also” block
   *[other] { $count } “Read also” blocks
}
aside-author-page = author’s page
aside-subscription = subscription
aside-copyright = rights and notices
aside-contact = contact
aside-navigation = { $count ->
    [one] 1 navigation block
   *[other] { $count } navigation blocks
}
aside-other-article = { $count ->
    [one] 1 other article
   *[other] { $count } other articles
}
aside-share = { $percent }% of the page
part-of = included in { $total }
decided-by = by { $coder }, on { $date }
corrected-by = Corrected by { $coder }, on { $date }.
made-by = Made by hand by { $coder }, on { $date }.
machine-read = Read by the machine: { $said }.
machine-field = read by the machine: { $said }
unit-name-persons = persons
unit-name-households = households
unit-name-flights = flights
unit-name-projects = projects
unit-name-movements = movements
unit-name-persons-per-day = persons per day
unit-name-percent = per cent
unit-name-money = { $code ->
    [XOF] CFA francs
    [EUR] euros
    [USD] dollars
   *[other] { $code }
}
source-words = “{ $words }”
source-words-elsewhere = “{ $words }”, in another sentence
source-no-bound = no word bounds it
source-unit = deduced from what is counted
source-carried = taken from the sentence before or the total
source-date = deduced from the date of the article
source-end = end = date of the article
nothing-read = nothing
source-hand = given by hand
series-one-point = A single point: not yet a trend
series-summary = { $figures ->
    [one] 1 figure
   *[other] { $figures } figures
}, { $documents ->
    [one] 1 document
   *[other] { $documents } documents
}
new-library-name = My library
report-file-name = note figures
dialog-new-library = New library
dialog-open-library = Open a library
dialog-import = Import articles
dialog-export-chart = Save the chart
dialog-export-report = Save the report

problem-file-not-regular = “{ $file }” is not an ordinary file.
problem-file-not-regular-hint = Give a file or a folder of the disk. Nothing was changed.
problem-file-broke-reader = Reading “{ $file }” failed unexpectedly.
problem-file-broke-reader-hint = The file is not imported; the others are. Pass it on with the details.
problem-same-text = The same text as a document already in the library.
problem-library-damaged = The library’s file is damaged.
problem-library-damaged-hint = Keep it as it is and open a backup, or a colleague’s copy.
problem-import-resumed-hint = Nothing is lost: the documents already read are there.
problem-chart-empty = No accepted and dated figure for “{ $indicator }”.
problem-chart-empty-hint = Accept figures that have a period first. Nothing was written.
problem-report-empty = No accepted figure: the report would be empty.
problem-report-empty-hint = Accept figures first. Nothing was written.
fault-decision-changed = A decision was changed outside Balise.
cli-conflict = { $what } does not go with the other options given.
cli-possible = Possible values: { $values }.

## Compare with figures people found (balise score)

decimal-sign = .
score-counts = { $articles } articles, { $gold } figures found by people; { $read } figures read: { $counted } counted, left aside { $repeats } repeats and { $optional } optional ones.
    Wrongly: { $wrong }, of which { $distractors } on words known to mislead (dates, prices, telephones…).
score-right = right
score-precision = precision
score-recall = recall
score-f1 = F1
score-line-found = (a) figure found
score-line-ind = (b) + indicator
score-line-bound = (c) + bound
score-line-per = (d) + period (to the month)
score-line-all = (e) all right (b, c, d and unit)
score-line-all-strict = all right, to the day, part of which total
score-fields = Of the figures found: indicator { $indicator }, bound { $bound }, period to the month { $period }, period to the day { $period_strict }, unit { $unit }, total { $part_of }.
score-confidence = Confidence: Brier score { $brier }; from 0.9 on: { $sure } figures, share right { $right }.
score-step = from { $from }: { $number } figures, { $said } said, { $right } right
score-folds = In { $number } parts of the articles (F1), and 95 % interval by drawing articles:
score-fold = { $what }: mean { $mean } ({ $lowest } to { $highest }), interval { $low }–{ $high }
score-error-missed = Missed: { $number }
score-error-false-alarm = Read wrongly: { $number }
score-error-indicator = Other indicator: { $number }
score-error-bound = Other bound: { $number }
score-error-period = Other period: { $number }
score-error-unit = Other unit: { $number }
score-error-part-of = Other total: { $number }
