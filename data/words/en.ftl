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
help-list = Document list
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
problem-safe = Nothing was changed.
problem-unknown = Balise could not finish this act
problem-unknown-hint = Try again. If it happens again, copy the details and send them to the person who helps you.
