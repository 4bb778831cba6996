package io.tunetally.interpreter.lexicon;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A property of phrases that the interpreter asks for; the section {@code traits} of the lexicon assigns it. */
public enum Trait {
    /** It is the word of a command, as canonical text writes it: what it opens is a request. */
    COMMAND,
    /** It names tuning, in an intent, a method or a report. */
    TUNES,
    /** It names tuning or training. */
    TRAINS,
    /** It asks for a model or a provider. */
    ASKS_FOR_MODEL,
    /** It is hardly used but for the cost of owning a model. */
    OWNERSHIP,
    /** A measure that a training run reports. */
    LOSS,
    /** A noun of the railway: {@code our train}. */
    RAILWAY,
    ASKS_HOW_MANY,
    ASKS_HOW_MUCH,
    /** It asks what would be possible. */
    ASKS_WHAT_WOULD,
    /** The wish of the speaker. */
    OWN_WISH,
    COMPARES,
    BEST,
    MORE,
    /** An everyday phrase that counts only with the name of what is left behind it: {@code get off openai}. */
    NEEDS_NAME,
    YEARLY,
    /** It names a year, in words that may mean more. */
    SPAN_OF_YEAR,
    LAST_MONTH,
    /** The name of a month, without those that are other words too. */
    MONTH_NAME,
    /** A day of the week, also one that comes every week: {@code Saturdays}, {@code Mon}. */
    DAY_OF_WEEK,
    /** Saturday and Sunday together. */
    WEEKEND,
    /** The end of {@code to the end of March}. */
    END_OF,
    LAST_YEAR,
    BATCH_ALONE,
    /** The topic of a data set. */
    DATA,
    /** Says that a model ends: {@code gpt-4o-mini gets shut down}. */
    ENDS,
    /** Says the same in a question for the day only: {@code when does gpt-4o-mini end}. */
    ENDS_WHEN,
    ASKS_WHEN,
    /** A multiplier that ends with a point: {@code 1,5 Mio. Tokens}. */
    ABBREVIATION,
    /** Counts the text of one example: {@code letters of 2 pages}. */
    PAGE,
    /** Says how long one document is: {@code a 350-page manual}. */
    PAGE_OF_MANY,
    /** Hours on which a service is used: {@code during eight working hours}. */
    WORKING,
    /** The directions of a request: {@code 200 tokens each way}. */
    DIRECTION,
    PRONOUN,
    /** A verb of having a sum, which may stand without its currency: {@code she paid 30 dollars. We only have 20}. */
    HAS_SUM,
    /** A verb of being sold: {@code theirs went for 45 dollars}. */
    FETCHES_SUM,
    /** Says behind {@code keep} that a model is served, not stored: {@code keep it online}. */
    KEPT_UP,
    /** Says that the number after it follows from those before it. */
    CONCLUDES,
    /** Training runs that differ in their seed only. */
    SEEDS,
    /** The noun of {@code the full thing}, which is the training of all weights. */
    FULL_THING,
    /** Counts the tokens that a seller lets through in a minute. */
    TOKENS_PER_MINUTE,
    /** What a model reads at once, behind its greatest length: {@code up to 1M tokens of context}. */
    CONTEXT_NOUN,
    /** A context that is all that a request sends, unlike a prompt that is always the same. */
    WHOLE_CONTEXT,
    /** Speaks of how much a seller lets through. */
    RATE_LIMIT,
    /** What somebody runs without hosting it: {@code run the benchmark myself}. */
    ONLY_RUN,
    /** A form of data behind the name of a model: {@code Alpaca format}. */
    DATA_FORMAT,
    /** Levels of a compiler or of mixed precision are spoken of, which are called O0 to O3. */
    COMPILES,
    /** It stands behind one for another of the kind: {@code one such card}, {@code one like that}. */
    LIKE_IT,
    /** How long a run took by the clock, which is not the sum over its GPUs. */
    ON_THE_CLOCK,
    /** The first part of {@code re-run}. */
    AGAIN_PREFIX,
    /** A deployment that costs nothing while it is not used: {@code no hosting fee}. */
    WITHOUT_FEE,
    /** It leaves a list open: {@code whatever}. */
    OPEN_LIST,
    /** It stands in the last line of a training log only. */
    SUMMARY_OF_RUN,
    /** The name of the part of the data to train on, in a table. */
    TRAINING_FILE,
    /** It asks for an explanation beside the question for the reason. */
    EXPLANATION,
    /** A verb that says whose something is: {@code owns}. */
    IS_OWNER_OF,
    /** What texts are packed into: {@code sequences}. */
    SEQUENCE_NOUN,
    /** It stands between the name of a setting and its value: {@code is left at}. */
    SETTING_LINK,
    /** A bill that is still to come: {@code invoice}. */
    BILL_TO_COME,
    /** A verb for what a seller bills in general: {@code charges}. */
    BILLS_IN_GENERAL,
    /** A part of the data that one run of a cross-validation holds out: {@code 5-fold}. */
    FOLD,
    CROSS_VALIDATION,
    /** Settings of training whose values are counted: {@code 3 learning rates}. */
    SETTINGS,
    /** It tries settings, a run for each: {@code a grid of 3 learning rates}. */
    SEARCHES_SETTINGS,
    /** It says that a job ends, and a time behind it how long it takes: {@code done in 8}. */
    DURATION,
    IS_DONE,
    /** A day or an hour by which something has to end: {@code done by the weekend}. */
    DUE_DAY,
    /** It says that a day is the last one: {@code due friday}. */
    DUE,
    /** Says that the number before it is what is left. */
    REMAINS,
    /** Joins a thing to its parts: {@code each has 12 questions}. */
    CONTAINS,
    /** What a model gives back: {@code answers of 400 tokens}. */
    ANSWERED,
    /** It judges an answer: {@code 460 of 500 correctly}. */
    CORRECT,
    /** It gathers data: {@code we logged 5,300 visits}. */
    COLLECTS,
    /** Said of tokens, they are the output: {@code 250 tokens written}. */
    PRODUCED,
    /** It names the mean of statistics, not the median. */
    MEAN,
    /** The people and words that set a budget: {@code the boss says 250 is ok}. */
    FUNDER,
    /** Those who decide on money: {@code the board approved 40k}. */
    DECIDES_ON_MONEY,
    /** What they do with a sum: {@code approved}. */
    GRANTS_SUM,
    /** Points at what was counted before: {@code of which 200}. */
    RELATIVE,
    /** It speaks for a company or is about one, which is not chosen by it: {@code OpenAI says}. */
    SPEAKS,
    /** The end of a name whose number is a part of the data: {@code val_set_size}, {@code eval_split_ratio}. */
    MEASURES_PART,
    /** The end of a name whose number is a length: {@code mean_len}. */
    NAMES_LENGTH,
    /** It says of a number of examples that it is what a tool has read: {@code loaded 88,120 samples (skipped 1,204)}. */
    LOADS,
    /** It leads to the result of a command: {@code wc -l data.jsonl gives 22410}. */
    PRINTS,
    /** A function that counts: {@code len(train_ds)}. */
    COUNTS,
    /** The end of the name of a file of data: {@code jsonl}. */
    DATA_FILE,
    /** The {@code and} of a number as it is spoken: {@code four hundred an twenty}. */
    SPOKEN_AND,
    /** Fractions: {@code two thirds of the rows}, {@code every tenth}. */
    HALF,
    /** It becomes half as much: {@code traffic halves every month}. */
    HALVES,
    THIRDS,
    QUARTERS,
    FIFTHS,
    SIXTHS,
    SEVENTHS,
    EIGHTHS,
    NINTHS,
    TENTHS,
    TWELFTHS,
    TWENTIETHS,
    /** The first word of {@code one out of five}. */
    OUT_OF,
    /** It says that a team has hardware to train on: {@code the cluster has 2 A100s}. */
    POSSESSES,
    /** It says that a run is over: {@code the previous run on a 3090 died}. */
    PAST_RUN,
    /** It says who hosts a model: {@code if we host it ourselves}. */
    REFLEXIVE,
    /** It says that a place was left: {@code we moved off Azure}. */
    OFF,
    /** The use of a model over time: {@code a year of hosting}. */
    RUNNING,
    /** Says that the number before it is not trained on: {@code 325 were duplicates}. */
    DISCARDED,
    /** Said of some data, it leaves them out of the training: {@code those came out}. */
    LEAVES_OUT,
    /** Names what is left of the data when a part is taken off: {@code the others}. */
    THE_REST,
    /** Takes all that was counted: {@code both are used}. */
    TAKES_ALL,
    /** A noun for parts of the data: {@code 80/20 split}. */
    SPLIT,
    /** It asks whether a training is possible: {@code can we train}. */
    ASKS_TO_TRAIN,
    /** A unit of it right behind its number: {@code 24g}. */
    MEMORY_UNIT,
    /** A noun for the memory of a GPU. */
    GPU_MEMORY,
    /** It asks for that memory: {@code how much vram}. */
    ASKS_FOR_MEMORY,
    /** It says that a training has room on a GPU: {@code does it fit}. */
    FITS_MEMORY,
    /** It says so of one model: {@code phi-4 fits in 12 gb}. */
    FITS_NOW,
    /** It leads to what is asked: {@code tell me whether it fits}. */
    WHETHER,
    /** Beside a purpose it asks the same: {@code will one 4090 do for qwen3-14b}. */
    DOES_FOR,
    /** Leads to the purpose of a part: {@code 500 kept for validation}. */
    SETS_APART,
    /** The second word of {@code set aside}, {@code hold back}. */
    APART,
    /** What a part of the data is kept for: {@code 10% go to the exam}. */
    TESTS,
    /** Says that the count after it is a part of the one before it. */
    INCLUDES,
    /** Leads to what a count becomes: {@code cleaned to 2.9k}. */
    CHANGES_COUNT,
    /** Names the number of rows in a table of statistics. */
    COUNT_NAME,
    /** Names a statistic that is not paid for beside a mean: an extreme, a percentile, a deviation. */
    SPREAD,
    /** A noun for the number of things: {@code scene count}. */
    COUNT_NOUN,
    /** Says how often something is repeated. */
    REPEATS,
    /** A unit of data or of the hardware that holds it. */
    MEASURES_DATA,
    /** People who send an unknown number of requests. */
    PEOPLE,
    /** A unit of text that is a quarter of a token. */
    CHARACTER,
    KILOBYTE,
    MEGABYTE,
    GIGABYTE,
    TERABYTE,
    /** Text that a model could be trained on, and its files: {@code 2 GB of logs}, but not {@code 80 GB of memory}. */
    TEXT_DATA,
    /** A job, of which all runs again: {@code the whole thing five times over}. */
    WHOLE_JOB,
    /** All of it: {@code the whole thing}. */
    ENTIRE,
    /** Begins what is said of several things: {@code they'd do the job in 18 hours}. */
    THEY,
    /** Said after {@code three times}, it means passes over the data. */
    PASSES_OVER,
    /** What a model does with its data in each pass: {@code it sees all of it four times}. */
    SHOWS_DATA,
    /** It runs the job again: {@code we had to redo it twice}. */
    REPEATS_JOB,
    /** It looks how good a model is during the training: {@code checked 4 times}. */
    EVALUATES,
    /** Said after {@code three times}, it compares: {@code three times cheaper}. */
    COMPARES_TO,
    /** The name of a file that is not trained on. */
    VALIDATION_FILE,
    /** People or places, each of which sends requests. */
    HEADS,
    /** Refers to jobs that were told before: {@code four such rounds}. */
    SUCH,
    /** Opens a sentence about the asker; {@code were} is {@code we're} there. */
    OPENS_ON_US,
    /** Who buys at a seller: {@code we are an OpenAI customer}. */
    SELLERS_CUSTOMER,
    /** Somebody outside who does by hand or as a service what a model would do: {@code an agency}, {@code DeepL}. */
    OUTSIDE_HELP,
    /** Asks for the reason of a price: {@code why is}, {@code how come}. */
    ASKS_COST_REASON,
    /** Asks where a number is from: {@code how did}, {@code where does}. */
    ASKS_ORIGIN,
    /** Judges a price: {@code expensive}. */
    JUDGES_PRICE,
    /** Gets to a number: {@code how did you arrive at that}. */
    REACHES_FIGURE,
    /** Says that a sum of other work is a part of what is asked for: {@code include it}, {@code that comes on top}. */
    COUNTS_SUM_IN,
    /** What else a team pays for by the month: {@code ads}, {@code rent}. */
    OTHER_EXPENSE,
    /** Says of what a figure consists: {@code what is included in that number}. */
    INCLUDED_IN_FIGURE,
    /** Stands for what an answer says: {@code that number}, {@code it}. */
    FIGURE_OR_PRONOUN,
    /** Those for whom a job is done as a whole, each with its own data and requests: {@code clients}, but not {@code users}. */
    HAS_OWN_JOB,
    /** What has a job of its own wherever it is numbered: {@code client A}. */
    SEPARATE_JOB,
    /** The same, of jobs one of which is done: {@code scenario 2}. */
    ALTERNATIVE_JOB,
    /** Begins what is said of all jobs of a message: {@code all on qwen3 8b}. */
    OF_ALL_JOBS,
    /** Asks for each of several by itself: {@code separately}. */
    EACH_BY_ITSELF,
    /** Puts a text before each request: {@code the rules are pasted in, 2,800 tokens}. */
    PASTED,
    /** Says that there is none of something: {@code with no rubric at all}. */
    NONE_OF,
    /** Says how long something is: {@code transcripts come to 2,200 tokens}. */
    TAKES_LENGTH,
    /** Any one of the people of a message: {@code a person asks it 3 times a month}. */
    SOMEONE,
    /** Refers to people who were counted in the sentence before: {@code 212 users. They write 15 letters each}. */
    THOSE_PEOPLE,
    /** A noun for those who use a model, whatever else they are. */
    ANYONE,
    /** One of them, of whom the sentence has said how many there are: {@code each one asks 5 a day}. */
    EACH_ONE,
    /** A round number that counts nothing in the plural: {@code tens of thousands}. */
    MANY_OF,
    /** A single one of several: {@code one of them pulled out}. */
    ONE_ALONE,
    /** The parts of a conversation, whose lengths add up to its own. */
    TURNS,
    /** It says of a model that it was tuned: {@code a tuned llama 8b}. */
    TUNED,
    /** What tuning makes, and a count of which is a count of runs: {@code 5 fine-tuned models}. */
    TUNED_THING,
    /** It says that what is counted behind it is to be had: {@code we need 4 bots}. */
    WANTS,
    /** A noun with one form for one thing and for many. */
    UNINFLECTED,
    /** Leads to what replaces a model: {@code replace gpt-4o with llama 8b}. */
    REPLACED_BY,
    /** LoRA over weights of 4 bits. */
    QUANTIZED,
    /** It says that weights have 4 bits, which training with LoRA makes the same: {@code in 4bit}. */
    FOUR_BITS,
    BITS,
    /** The verb of a command that asks for a list: {@code list bedrock models}. */
    LISTS,
    /** An objective of training that is also short for a data protection officer. */
    ALSO_OFFICER,
    DATA_PROTECTION,
    /** It asks for hardware of a provider: {@code a hosted LoRA}. */
    HOSTED,
    /** It names all that a company sells: {@code the Mistral models}. */
    SUPPLY,
    /** A verb of moving to a place: {@code it goes to fireworks}. */
    MOVES,
    /** It keeps the one after it of several: {@code just fireworks}. */
    NARROWS,
    /** Words for the place of one of several. */
    SECOND,
    THIRD,
    FOURTH,
    FIFTH,
    LAST,
    BIGGER,
    SMALLER,
    /** The pronoun after such a word: {@code the second one}. */
    ONE_OF_THEM,
    /** It puts one model into the place of another: {@code swap llama for qwen}. */
    SWAPS,
    /** It adds at the end of a clause only: {@code llama too}, but not {@code too big}. */
    TRAILS,
    /** It says that a value grows: {@code 10% more rows}. */
    GROWS,
    SHRINKS,

    /** Leads from what a value was to what it is: {@code went from 2 to 5 epochs}. */
    CHANGES_VALUE,
    DIVIDES,
    /** It adds two counts: {@code 1,200 plus 800 rows}. */
    PLUS,
    /** Asks for yes or no in so many words. */
    YES_OR_NO,
    /** A courtesy that asks for help, if nothing else is said. */
    PLEADS,
    /** It takes a number of examples away: {@code we lost 300 of them}. */
    LOSES,
    /** The particle of such a verb: {@code thrown away}. */
    PARTICLE_AWAY,
    /** The factor of a length: {@code twice as long}. */
    LENGTH,
    PROVIDER_NOUN,
    /** It leads to what must become of a part: {@code 15% must be deleted}. */
    OBLIGES,
    /** In a log, the end of the name of the count that came out: {@code rows_kept=4700}. */
    FINAL_COUNT,
    /** It describes a check that a part is kept for: {@code 400 for independent review}. */
    OF_CHECK,
    /** A verb of a report that is none without a time of the past: {@code it was gpt-4o in May}. */
    PAST_VERB,
    /** A time of the past beside such a verb, or the name of a trial: {@code the pilot used gpt-4o}. */
    PAST_TIME,
    /** A month, a season or a trial, which is of the past only behind a word that leads to it: {@code the pilot}, but not {@code for a pilot}. */
    OF_CALENDAR,
    /** It tells that a number beside it is of an earlier job or of another one: {@code the old run had 3 epochs}. */
    EARLIER_JOB,
    /** It tells that a number beside it is of the job that is asked about: {@code this run: 2 epochs}. */
    ASKED_JOB,
    /** A noun for what was paid, behind which the amount stands: {@code another surprise charge, $310}. */
    BILLED_SUM,
    /** The noun of {@code this time}, {@code this round}. */
    TIME_OF_RUN,
    /** The name of a tool that counts tokens alone: {@code tiktoken says 950,400}. */
    COUNTS_TOKENS,
    /** It turns from the past to the present: {@code in May it was gpt-4o, now it is gpt-4.1}. */
    TURNS_TO_NOW,
    /** It chooses the count of the latest year: {@code only the newer ones}. */
    NEWER,
    /** Things that have come since: {@code the 500 new voice notes are not transcribed}. */
    NEW_ONES,
    /** It sets a smaller count against a larger one: {@code 13,600 in the register, yet just 5,200 can be used}. */
    CONTRASTS,
    /** The set of a split that is left for the end: {@code 70/10/20 train/test/val}. */
    FINAL_TEST,
    /** The run behind a search for its settings: {@code then the final run on everything}. */
    FINAL_RUN,
    /** A step that leaves out data: {@code dedupe drops 15%}. */
    SIFTER,
    /** It forbids that data go elsewhere: {@code they may not leave the building}. */
    STAYS_INSIDE,
    /** What such a step does with them. */
    SIFTS,
    /** It chooses that of the first. */
    OLDER,
    /** A unit of passes over the data that is also short for an episode: {@code 400 ep summaries}. */
    ALSO_EPISODE,
    /** The name of a provider that says of things that they are taken as one. */
    ALSO_ADVERB,
    /** It puts things into one: {@code put together}. */
    LUMPED,
    GREETS,
    /** It leaves open what it is said of, and rules nothing out: {@code needn't be fireworks}. */
    RELEASES,
    /** The verb of {@code leave the provider open}. */
    LEAVES_OPEN,
    /** What the verb leaves it. */
    LEFT_OPEN,
    /** Says that another takes the place of what was named. */
    IN_ITS_PLACE,
    /** It asks which person did something. */
    ASKS_PERSON,
    /** It says of a model that another is to take its place: {@code overkill}. */
    UNSUITED,
    /** Takes something off a list with the particle behind it: {@code crossed out}. */
    STRIKES,
    /** It says so of the remembered model where another is named beside it: {@code 4o costs too much, try 4o mini}. */
    OUT_OF_FAVOUR,
    /** The answer no, which may also deny the name before or behind it: {@code mini no, nano}, {@code legal says no to azure}. */
    SAYS_NO,
    /** Says of a sum what it is enough for: {@code enough for lunch}. */
    ENOUGH_FOR,
    /** A verb of somebody who wants to know something: {@code the councillor asks what 4o mini would be}. */
    INQUIRES,
    /** Ends a training: {@code so I'm stopping there}. */
    STOPS_AT,
    /** What is paid, which no factor of a value changes: {@code half the price}. */
    PRICE_NOUN,
    /** Names the figures of an answer: {@code numbers for both}. */
    FIGURE_NOUN,
    /** Names all that a conversation compares: {@code each of them}. */
    ALL_COMPARED,
    /** Asks to see something: {@code show me all three}. */
    SHOWS,
    /** A verb of setting things beside each other: {@code put the two side by side}. */
    LAYS_OUT,
    /** A verb of sending data: {@code send}, {@code upload}. */
    SENDS_DATA,
    /** Denies what is sent: {@code nothing may go there}, {@code no data}. */
    NOTHING_AT_ALL,
    /** Leads to a seller that is refused: {@code our client refuses Google}. */
    REFUSES_SELLER,
    /** It leaves a value to the default: {@code any provider}. */
    INDIFFERENT,
    /** It asks for one of several: {@code which gemini}. */
    ASKS_WHICH,
    /** A noun for results of a model, which is not asked about: {@code the BERT baseline}. */
    EVIDENCE,
    /** It sets the name after it against the one before it: {@code llama 8b against 70b}. */
    OPPOSES,
    /** The noun after a size: {@code an 80b model}. */
    MODEL_NOUN,
    /** The whole of the training data, which can be multiplied. */
    TRAINING_DATA,
    /** It trains a small model on the answers of a large one: {@code distill gpt-4.1 into llama 8b}. */
    DISTILS,
    /** The large model of the two. */
    TEACHER,
    /** It leads from the large model to the small one. */
    BECOMES,
    /** It says that one is trained by the other. */
    TEACHING,
    TEACHES,
    /** What that model does: {@code gpt-4.1 writes the answers}. */
    AUTHORS,
    /** Behind a size it means any model of about that size: {@code the 70b class}. */
    SIZE_CLASS,
    /** Before a size it means any model of about that size: {@code around 30b}. */
    APPROXIMATES,
    /** Another company or person, whose model is not asked about: {@code our competitor uses llama 70b}. */
    OTHER_PARTY,
    /** The name of the row of a table that the training data have. */
    TRAINING_ROW,
    /** Things of which a large number is data: {@code 80k labels}. */
    DATA_IF_MANY,
    /** The name of the number of examples in a configuration. */
    DATA_SIZE,
    /** The name of one run of several, which a number follows: {@code run 7}. */
    RUN_INDEX,
    /** Says that a part may stay: {@code which is fine}. */
    IS_FINE,
    /** Stands before the last number of a series: {@code grades 5 through 8}. */
    UP_TO_LAST,
    /** A place or a thing that a number behind it names: {@code room 212}, {@code line 4711}. */
    NUMBERED_THING,
    /** The same in a conversation, of a noun that a message may also name a part of the data by: {@code the pump at borehole 6}. */
    NUMBERED_PLACE,
    /** It drops a value that was said. */
    FORGETS,
    /** Between a noun and its number: {@code barn number two}. */
    NUMBER_WORD,
    /** A preposition before a place or a thing with a number: {@code from hive 10}. */
    LEADS_TO_PLACE,
    /** A noun of a phrase that says how sure or when, and that no number behind it names: {@code in fact 450}. */
    NEVER_NUMBERED,
    /** An article of another language, which stays in a translated text. */
    FOREIGN_ARTICLE,
    /** A preposition of another language that is an English word, too; it stays in a translated text. */
    FOREIGN_PREPOSITION,
    /** A preposition before a year. */
    TELLS_YEAR,
    /** A preposition before a day. */
    LEADS_TO_DAY,
    /** The month whose name is another word, too. */
    MAY,
    /** A unit of speed, weight, temperature and the like. */
    PHYSICAL_UNIT,
    /** The same in so few letters that a slash or an {@code of} has to follow: {@code 31 m/s}. */
    SHORT_UNIT,
    /** The longest or shortest of several texts: {@code the longest one 7,900}. */
    EXTREME,
    /** It says what is written on data: {@code marked 'test only'}. */
    MARKED_AS,
    /** Says that what follows is over. */
    FORMER,
    /** Data that come in, which a retrained model learns. */
    NEW_DATA,
    /** It says that texts are made shorter: {@code cut at 4k}. */
    SHORTENS,
    /** The same in a word that is said of texts alone: {@code truncated to 512}. */
    TRUNCATES,
    /** It says that tokens were counted: {@code recounted with tiktoken}. */
    RECOUNTS,
    /** The traffic, which can be multiplied. */
    TRAFFIC,
    /** It marks a model's name as that of a tuned one. */
    TUNED_PREFIX,
    /** A provider's name that also identifies the publisher of a model. */
    PUBLISHER,
    /** It says that a text is longer or shorter than another: {@code the letters are shorter than I thought, 310}. */
    COMPARES_LENGTH,
    ONE_BY_ONE,
    SEASON,
    /** It gives the number behind it to the unit before it: {@code runs remain 6}. */
    IS_NOW,
    /** It says what came out of the work on the data: {@code the train set ended up at 41,200}. */
    RESULTS,
    /** A verb of choosing data for the training: {@code I keep only those with 5 stars}. */
    KEEPS,
    /** A pronoun that takes up what was counted: {@code for 80 it was revoked, so they are out}. */
    TAKES_UP,
    /** It makes a count the lower end of a range: {@code 1,600 at the least}. */
    LOWER_BOUND,
    /** It makes a count the upper end of one: {@code 2,000 if the board agrees}. */
    UPPER_BOUND,
    /** The parts in which data come: {@code three files: 1,200, 900 and 450}. */
    PIECES,
    /** It leads to a guess: {@code figure 13 hours}. */
    SUPPOSES,
    /** It says that there are two: {@code a pair of H200}. */
    PAIR,
    /** A word for a GPU. */
    GPU,
    /** A name for the time that a run took: {@code wall time}, {@code took}. */
    RUN_TIME,
    /** Such a name in a log, whose value is in seconds. */
    IN_SECONDS,
    SPAN_OF_DAYS,
    SPAN_OF_HOURS,
    SPAN_OF_MINUTES,
    SPAN_OF_SECONDS,
    /** Joins the parts of one duration: {@code 6 hours and 30 minutes}. */
    JOINS,
    /** It leads to how long something goes on: {@code during 4 hours}. */
    LASTS,
    /** The value of a setting that is off: {@code packing=False}. */
    SWITCHED_OFF,
    /** A step of a run, by which its progress is told: {@code 5.1 s/it}. */
    STEP_OF_RUN,
    /** It stands between a time and the step that takes it: {@code 9 s per step}. */
    PER_STEP,
    /** It stands between a number of steps and the time of each: {@code 900 steps of 9 s}. */
    OF_EACH_STEP,
    /** Behind a number it counts what was named before: {@code 2,000 of them}. */
    OF_THESE,
    /** Behind a number it counts epochs. */
    EPOCHS_OF_RUN,
    /** Before a number of steps it says that they are not all: {@code every 500 steps}. */
    SOME_STEPS,
    /** A setting of a job: how often the weights change. */
    JOB_STEPS,
    /** Another name of these, which counts other things too: {@code 1200 iters, batch 8}. */
    JOB_ITERATIONS,
    /** The same: how often the weights change in each pass, as torchtune says it. */
    JOB_STEPS_OF_EPOCH,
    /** The same: how many examples each device takes for a step. */
    BATCH_PER_DEVICE,
    /** The name of a batch that is one of each process where the processes are counted. */
    BATCH_OF_PROCESS,
    /** The same: how many all devices take together. */
    BATCH_OF_STEP,
    /** Behind a number of tokens, of which each step takes so many: {@code 0.5M token batches}. */
    BATCHES_OF_TOKENS,
    /** The same: how many steps are gathered before the weights change. */
    BATCH_ACCUMULATION,
    JOB_DEVICES,
    /** The settings among them that count the processes of a launcher. */
    JOB_PROCESSES,
    /** It trains on text as it is, usually once: {@code continued pretraining}. */
    PRETRAINS,
    /** Said of GPUs that are there already: {@code idle}. */
    STANDS_IDLE,
    /** The verb of an endpoint that is up and unused: {@code it sits idle the rest}. */
    SITS,
    /** What is done to an idle endpoint so that it is not billed: {@code scale to zero}. */
    TURNS_OFF,
    /** The English of {@code ersetze} and {@code sustituye}. */
    SWAPS_ABROAD,
    /** {@code too old}, {@code too small}. */
    TOO,
    /** Free, of a thing: {@code a spare A100}. */
    SPARE,
    /** Pictures and sounds, which are not priced. */
    NOT_TEXT,
    /** A kind of page whose text is trained on: {@code PDF pages}. */
    PAGES_OF_TEXT,
    /** A word for a machine of several GPUs. */
    GPU_MACHINE,
    /** It says that GPUs are the asker's own, as a word or in the name of a place. */
    OWNER,
    /** It says behind a thing that it is the asker's: {@code the 4090 is mine}. */
    ASKERS_OWN,
    /** The asker as the one who has a thing: {@code we have one A100}. */
    ASKER,
    /** {@code one of} several things. */
    ONE_OF,
    /** A sum does it to a job: {@code could that pay for nova-lite}. */
    PAYS_FOR,
    /** It asks for the price of a training in one phrase. */
    PRICES_TRAINING,
    /** It stands between a machine and the GPU in it: {@code one computer with a 4090}. */
    HOLDS_PART,
    /** In a sentence about hardware it says that it will not do the job: {@code my 3060 can't}. */
    UNFIT,
    /** A place of the asker: {@code a 3090 at home}, {@code one H100 of the university}. */
    OWN_PLACE,
    /** It says that hardware is there to be used, and is not rented: {@code the trust has bought 4 L40S}. */
    OWNS,
    /** A unit of energy, by which electricity is paid. */
    ENERGY,
    /** The unit of the power that a GPU draws: {@code 350W}. */
    POWER,
    /** A thousand of that unit. */
    KILOWATT,
    /** {@code that we own}: the verb of an owner behind the thing. */
    BUYS,
    /** It says that a thing was bought, and a number behind "for" its price. */
    PURCHASED,
    /** It says that the amount behind it comes on top again and again: {@code growing 10% a month}. */
    GROWTH,
    /** The same of what goes away: {@code falling 5% a month}. */
    DECLINE,
    /** It adds requests to those of before, in each period: {@code add 50 a month}. */
    ADDS_TRAFFIC,
    /** A period beside the one before it: {@code 10% mom}. */
    PERIOD_ON_PERIOD,
    /** What grows besides traffic: {@code revenue}. */
    GROWS_BESIDE,
    /** Names a side of an example, or both of them: {@code prompt and answer}, {@code both sides}. */
    EXAMPLE_SIDE,
    /** Names one of the two answers of a preference pair: {@code per side}, {@code each response}. */
    ONE_SIDE,
    /** The word for a half of any pair: {@code 30 words a side}. */
    PAIR_SIDE,
    /** Names pairs of texts, such as a text and its translation: {@code sentence pairs}. */
    TWO_SIDED,
    /** Names both answers of a preference pair. */
    WHOLE_PAIR,
    /** Names the preferred answer of a preference pair. */
    CHOSEN_SIDE,
    /** Belongs to preference pairs: {@code chosen}, {@code rejected}. */
    PREFERENCE,
    /** Counts the values of a setting that a search tries: {@code 2 epoch settings}. */
    CHOICE_OF_SETTING,
    /** Leads to the second of two stages: {@code then 6k pairs}. */
    NEXT_STAGE,
    /** Says that what was named comes after the other one: {@code DPO after SFT}. */
    FOLLOWS_STAGE,
    /** Names what is added to a price for a client: {@code markup}. */
    MARKS_UP,
    /** Does so behind a word for adding: {@code plus 15% fee}, {@code 30% on top}. */
    MAY_MARK_UP,
    /** Names the looking up of documents, in the place of tuning or beside it: {@code RAG}. */
    RETRIEVAL,
    /** Names a text that answers are looked up in: {@code contracts}, {@code docs}. */
    DOCUMENT_NOUN,
    /** It says that what follows holds later: {@code from May on 1,500}. */
    LATER,
    /** It refers to a place that was named. */
    ALREADY,
    /** Says of a GPU that it is owned: {@code already owned}, {@code existing}. */
    IS_HAD,
    /** Says of a part that it was counted: {@code already counted}. */
    COUNTED_IN,
    /** Takes a share of the data: {@code we take half}. */
    TAKES_SHARE,
    /** Multiplies what is before it: {@code multiply that by 20}. */
    MULTIPLIES,
    /** A form in which a thing exists beside others: {@code each of them comes in three versions}. */
    VARIANT,
    /** Says that a thing exists, or has forms: {@code comes in three versions}, {@code has 5 variants}. */
    EXISTS,
    THERE,
    /** It leads to hours that a training will take. */
    EXPECTS,
    /** A short unit whose number may follow without a space. */
    DIGIT_MAY_FOLLOW,
    FORM_OF_BE,
    /** A verb of opinion, which rejects nothing. */
    OPINION,
    /** A verb that chooses the words after it. */
    SOLE,
    BUDGET_NOUN,
    /** A noun for the most that may be spent: {@code our limit is 80 a month}. */
    SPENDING_LIMIT,
    /** A share beside it would change a price: {@code a 12% discount}. */
    CHANGES_PRICE,
    /** Names the head of a ranking: {@code top two}. */
    TOP_RANKED,
    /** Between a refusal and the days that are refused: {@code don't count weekends}. */
    COUNTS_DAYS,
    /** It names a place with the verb that leaves it: {@code leave the EU}. */
    LEAVES_PLACE,
    /** It leads back to what was before: {@code go back to 3}. */
    GOES_BACK,
    /** Names a part of the data that a share is of: {@code a 10% subset}. */
    SUBSET,
    /** Says that something comes to the model: {@code 60% are sent to it}. */
    REACHES_MODEL,
    /** Names what a seller takes off its prices: {@code discount}. */
    DISCOUNT,
    /** It says so behind a share: {@code 20% off}. */
    OFF_PRICE,
    /** It stands before a share that a seller takes off: {@code we negotiated 15% off}. */
    BRINGS_DISCOUNT,
    /** Leads to the model that a team has: {@code today we use gpt-4o}. */
    INCUMBENT,
    /** Leads to the model that is kept beside the plan to tune another: {@code keep using gpt-4o}. */
    KEPT,
    /** What a usage record of OpenAI calls the whole input of a request. */
    USAGE_PROMPT,
    /** Caching of a prompt in general, without a share of it. */
    CACHES,
    /** A question for what is paid: {@code what do we pay today}. */
    ASKS_PAYMENT,
    /** What such a record calls the output. */
    USAGE_COMPLETION,
    /** Says behind a model that it is the one of today: {@code gpt-4o today}. */
    TODAY,
    /** It makes the amount after it the most that may be spent: {@code under $200 a month}. */
    CAPS,
    /** It asks whether an amount is enough: {@code can we afford gpt-4.1 at $200 a month?}. */
    AFFORDS,
    /** It says that a model runs: {@code $300 a month for hosting}. */
    RUNS_MODEL,
    /** It is said of a model that answers requests, and hardly of training: {@code host}, {@code inference}. */
    SERVES,
    /** The same, where a model follows: {@code run llama 8b}. */
    RUNS,
    /** It leads to what a count exceeds: {@code 1200 more than we had}. */
    MORE_THAN,
    /** It asks for what costs least. */
    CHEAPEST,
    /** Asks how much data there can be: {@code how many examples}. */
    ASKS_FOR_DATA,
    /** Asks for a count: {@code how many}, {@code how much data}. */
    ASKS_COUNT,
    /** Hours in which an endpoint is up. */
    ENDPOINT_HOURS,
    /** It says that a model is served, or on which machine: {@code hosted on}, {@code the box}. */
    HOSTS,
    /** It may be what is tuned, though it does not say so: {@code $200 for the pilot}. */
    UNDERTAKING,
    /** Money that may be spent, after its amount: {@code a $50 voucher}. */
    FUNDS,
    /** Before a sum it says that this is what a job was worked out to cost: {@code 3 epochs, so $27.00}. */
    COMES_TO,
    /** It makes the amount after it one that may be spent: {@code we reserved $400}. */
    SETS_ASIDE,
    /** It says that an amount is the rest of another. */
    REMAINING,
    /** Behind sums it leads to what is left of them: {@code that leaves 660}. */
    LEAVES_SUM,
    /** Behind a sum it says that it may be spent: {@code so I count 400 free}. */
    FREE_SUM,
    /** A part of the machines or of the time of a training: {@code 26,275 tokens per device}, {@code tokens per step}. */
    SHARES_A_RUN,
    /** Nothing is paid for it: {@code 2M tokens a day for free}. */
    FREE_OF_CHARGE,
    /** Behind the name of a model: all of its weights are trained. */
    IN_FULL,
    /** Says that a sum does not matter: {@code which is neither here nor there}. */
    DISMISSES,
    /** Says of a sale or a raffle what came in: {@code it made $312}. */
    EARNS,
    /** Said of money that comes in: {@code the award came through at $3,000}. */
    ARRIVES,
    /** What people do with a message, and how often: {@code it was forwarded twice}. */
    SENDS_WORD,
    /** Refuses a way of doing it: {@code we decided against hosting it ourselves}. */
    REJECTS,
    /** Says that those who decide have decided: {@code the board voted against the llama}. */
    VOTES,
    /** What a model or a seller is while it may be taken: {@code gemini is no longer an option}. */
    OPTION,
    /** What is counted in a vote: {@code 31 hands to 6}. */
    BALLOT,
    /** Says of a model or a seller that it may not be taken: {@code gemini was turned down}. */
    REFUSED,
    /** The verb of the same in two words: {@code turned down}, {@code voted out}. */
    TURNED,
    /** Its second word. */
    TURNED_WHERE,
    /** Says what a part of the data is for: {@code 250 that serve only for evaluation}. */
    SERVES_AS,
    /** Leads to a reason: {@code regional because of the clients}. */
    REASON_WORD,
    /** It makes the amount after it one that was paid, not one to spend. */
    PAID,
    /** It makes the amount beside it one that a seller asks: {@code the agency quoted $9,000}. */
    ASKS_SUM,
    /** It makes the amount beside it one that was paid: {@code openai billed us $61}. */
    PAID_SUM,
    /** Behind I or we it makes the amount behind it one that the asker worked out: {@code I came to 3.60}. */
    RECKONS_SUM,
    /** Opens a question for a way or a reason: {@code how does it come to only $300}. */
    ASKS_REASON,
    /** Behind it, a verb whose subject is not the asker: {@code how does}, {@code how come}. */
    ASKS_OF_OTHERS,
    /** Behind a sum it says that others talk about it: {@code that $480 headline}. */
    CLAIMED_FIGURE,
    /** Says of a run that it is still to come: {@code booked 4 H100s}. */
    PLANS_RUN,
    /** Beside a rate, it says from how many requests on a tuning is worth its price: {@code it only pays above 100k a month}. */
    BOUND_OF_WORTH,
    /** Says that the asker knows it from others: {@code I heard of 200 dollars}. */
    HEARSAY,
    /** It makes the amount after it one that may be spent: {@code we have $340}. */
    IN_HAND,
    /** Before a sum for each of several it says what each may spend: {@code they set $120 per student}. */
    ALLOTS_EACH,
    /** Behind {@code to} it is work on the data: {@code $2 per example to label 5k tickets}. */
    LABELS,
    /** A hundredth of a dollar. */
    CENT,
    /** It makes the amount a month beside it the bill of today: {@code we spend $3,000 a month on gpt-4o}. */
    PAYS_TODAY,
    /** With a time behind it, it says when a product is first used: {@code we launch in nine months}. */
    BEGINS_USE,
    /** With a period behind it, the number before it is a price: {@code 2k a month for hosting}. */
    HOSTING,
    /** With a person behind it, it makes the amount the bill of today: {@code it runs us $60 a day}. */
    CHARGES,
    /** The costs of {@code our gpt-4o costs are $900 a month}. */
    COSTS,
    /** Says that money or time is saved: {@code saving $16 a day}. */
    SAVES_SUM,
    /** Names a plan that costs a sum: {@code the project costs $25,000}. */
    PROJECT,
    /** With a verb of paying before it, it asks when a sum comes back: {@code when is it paid back}. */
    BACK_AGAIN,
    /** It asks who or what a name stands for. */
    ASKS_WHO,
    /** One more of the same: {@code each extra epoch}. */
    FURTHER,
    /** One of the examples whose price is asked for: {@code per row}. */
    UNIT_OF_EXAMPLE,
    /** It stands before the hour of a day: {@code at 4}. */
    CLOCK,
    /** It divides an amount: {@code split that over 40 branches}. */
    SPLITS,
    /** It leads to those among whom an amount is divided. */
    DISTRIBUTES,
    /** One of the requests whose price is asked for: {@code per ticket}. */
    UNIT_OF_REQUEST,
    /** With a price behind it, it asks for that of an hour: {@code the hourly price}. */
    HOURLY,
    /** It asks for the price of an hour alone: {@code the hourly rate}. */
    HOURLY_PRICE,
    /** A verb of paying, before the unit that is paid: {@code paying per token}. */
    PAYS,
    /** A night, in which hardware may train. */
    NIGHT,
    /** A night that has its preposition in it: {@code overnight}. */
    OVERNIGHT,
    /** It stands before the time in which something has to end: {@code within 8 hours}. */
    WITHIN,
    /** The one of these that a command says. */
    DEADLINE,
    /** Asks for yes or no about what is possible: {@code can we train it in one night}. */
    ASKS_ABILITY,
    /** An amount before it is asked about: {@code are 12 hours enough}. */
    SUFFICES,
    /** Time itself, behind such a word: {@code enough time}. */
    TIME,
    /** One of the answers that reinforcement fine-tuning samples for a prompt. */
    ROLLOUT,
    /** The same, in words that mean it only {@code per prompt}. */
    SAMPLED_ANSWER,
    /** A short use of a model: {@code pilot for 6 weeks}. */
    TRIAL,
    /** Work on a model, not the model that came out of it: {@code tuning}, but not {@code tuned}. */
    TUNING_WORK,
    /** The most of a varying rate: {@code it peaks at 12 rps}. */
    PEAK,
    /** The same where the average is said beside it: {@code max 60 req/s, typically 5}. */
    TOP_OF_RATE,
    /** It says that data change, not that they come in: {@code 60 pages that change weekly}. */
    CHANGES,
    /** It makes the number after it a limit to be reached, not the one of now. */
    THRESHOLD,
    /** It says that a batch runs once a night. */
    NIGHTLY,
    /** What is sent to a model: {@code the question is 450 tokens and the reply 200}. */
    ASKED,
    /** The act of sending a request: {@code we call it every minute}. */
    SENDS,
    /** More than one span of time: {@code over the years}. */
    SEVERAL_SPANS,
    /** Its period is that of each training: {@code train it weekly}. */
    TRAINS_AGAIN,
    /** Where a seller or the maker of a model is from: {@code no US providers}. */
    NATIONALITY,
    /** Who has a nationality. */
    OF_NATION,
    /** It makes the prompt behind it shorter: {@code cut the prompt to 300 tokens}. */
    CUTS,
    /** Several prompts, or the text that stands for one. */
    PROMPTS,
    /** It counts one period from its beginning: {@code full-year}, {@code the first quarter}. */
    WHOLE_PERIOD,
    FIRST,
    /** What is done to a text that comes out as long as it went in. */
    TRANSLATES,
    CHOOSES,
    /** A verb after a company's name. */
    VERB_OF_COMPANY,
    /** A courtesy that makes the words after it a request. */
    DEMAND,
    /** The preposition between an amount and the whole. */
    PART_OF,
    /** The preposition before a possession of the speaker. */
    HAVING,
    /** A preposition of place. */
    LOCATIVE,
    DEFINITE_ARTICLE,
    ARROW,
    /** {@code be gpt-4o 500 rpd}: opens a command for a break-even. */
    SHORT_FOR_BREAK_EVEN,
    EVERY_SECOND,
    MEANS_MONEY,
    /** {@code mill}, {@code grand}: a multiplier only behind a number; else it is another word. */
    BEHIND_NUMBER,
    /** It puts the words after it later in time. */
    AFTER,
    /** An answer that rejects the value before it. */
    REFUSAL,
    PLURAL,
    /** A letter typed for the sign of multiplication. */
    TIMES_SIGN,
    /** A number in words that an article may precede. */
    TAKES_ARTICLE,
    /** The {@code dozen} of {@code 35 dozen}, which multiplies a number before it. */
    DOZEN,
    /** It stands between a verb of having and a count: {@code I have around 65}. */
    NEAR_COUNT,
    /** A verb of whom takes a part of some data: {@code took 300 of the 2,000 tickets}. */
    TAKEN_OUT,
    /** It says that a count is that of today: {@code I have 90 so far}. */
    UNTIL_NOW,
    /** A name of one epoch by its number, as in a log. */
    EPOCH_INDEX,
    /** A part of the name of a setting that says it is the number of all epochs: {@code max_epochs}. */
    EPOCH_QUALIFIER,
    /** It stands between the word for epochs and their number: {@code epochs auto (came out as 3)}. */
    EPOCH_LINK,
    /** One of these says that the number is set or found, not that of an epoch in a log: {@code epoch at 15}. */
    EPOCH_SET,
    /** It says that a run is over: {@code is done: epoch 2.0}. */
    RUN_ENDED,
    /** A column of a table that counts epochs. */
    EPOCH_COLUMN,
    /** What a log tells beside the number of an epoch: {@code loss=0.84}. */
    LOSS_NAME,
    /** It leads to how large one of something is: {@code one epoch being around 2 hours}. */
    MEASURED_AS,
    /** A noun after the name of an edition. */
    EDITION_NOUN,
    /** It marks a model's name as that of an untuned one. */
    UNTUNED_PREFIX,
    /** It stands for a model as its seller offers it. */
    UNTUNED_MODEL,
    /** An extension of a model's name that counts without a separator, too. */
    STANDS_APART,
    /** A provider's name that is not part of the model's name after it. */
    PROVIDER_FIRST,
    /** It adds the number behind it to what was there: {@code add 500 rows}. */
    RAISES,
    /** One more of what is counted: {@code another epoch}. */
    ANOTHER,
    /** What training data are called beside {@link #TRAINING_DATA}, also where they are no topic: {@code twice the material}. */
    MATERIAL,
    /** What a budget is called: {@code half that money}. */
    MEANS_BUDGET,
    /** In the name of a setting it stands for requests: {@code count_24h}, {@code requests/day}. */
    SETTING_REQUESTS,
    /** In the name of a setting it stands for the time of an answer, which costs nothing: {@code p95 latency}. */
    SETTING_LATENCY,
    /** In the name of a setting it stands for the share that comes from a cache: {@code cache_hit_ratio}. */
    SETTING_CACHED,
    /** In an expression it counts rows: {@code len(df)}, {@code nrow(train)}. */
    PASTED_COUNT,
    /** In an expression it adds numbers: {@code sum(tokens)}. */
    PASTED_SUM,
    /** In the name of a value it stands for lengths, which are of tokens: {@code mean_len}. */
    PASTED_LENGTH,
    /** A name of the data to test on that is also that of a number of tests: {@code eval}. */
    EVALUATION_FILE,
    /** A key of a program for the number of GPUs: {@code device_count}, {@code nvidia.com/gpu}. */
    PASTED_GPUS,
    /** What an API calls an answer: {@code completion_tokens}, beside a prompt that is all that was sent. */
    PASTED_COMPLETION,
    /** A key of a program that no price depends on: {@code tokens_per_second_per_gpu}. */
    PASTED_OTHER,
    /** Names the rows that are left: {@code usable}. */
    KEPT_ROW,
    /** It stands for the system prompt: {@code 85 tokens of system}. */
    SYSTEM_TEXT,
    /** It says of a prompt that it is the one after tuning: {@code 300 tokens afterwards}. */
    AFTERWARDS,
    /** A verb of the work that a tuned model does: {@code classify 1 million documents}. */
    PROCESSES,
    /** It says that work is done a single time. */
    ONE_TIME,
    /** A word for what is paid before a model runs: {@code setup cost plus ongoing cost}. */
    PAID_AT_FIRST,
    /** A word for what is paid as long as a model runs: {@code one-off and monthly cost}. */
    PAID_LATER,
    /** A verb of change in a form that is not of the past: {@code double our data}. */
    INFINITIVE,
    /** It says what its subject holds a value to be: {@code the PM says 3 epochs}. */
    STATES,
    /** A time of every day or week in which hardware is free: {@code idle at night}. */
    IDLE_TIME,
    /** Copies of a model that serve requests together. */
    REPLICA,
    /** The place between the first and the last of a list. */
    MIDDLE,
    /** Says that a name before it goes: {@code gemini can go}. */
    GOES,
    /** The command of a replacement in text: {@code s/old/new}. */
    SCRIPT,
    /** Names what a migration leads to: {@code targets: gpt-4.1-nano}. */
    TARGET,
    /** Names what a migration leaves: {@code old one = davinci-002}. */
    SOURCE,
    /** A migration the other way: {@code vice versa}. */
    REVERSES,
    /** Sets one choice before another: {@code rather azure than openai}. */
    PREFERS,
    /** What is not preferred follows. */
    THAN,
    /** Any provider will do. */
    ANYWHERE,
    /** What follows training: without it only training is priced. */
    OPERATION,
    /** A half that belongs to the unit before it: {@code a year and a half}. */
    AND_A_HALF,
    /** Says that the number before it is rounded: {@code 800ish}. */
    ABOUT_BEFORE,
    /** Leads to the amount of a change: {@code cut the rows by 500}. */
    BY,
    /** What the author of data did: {@code examples made by gpt-4.1}. */
    MADE,
    BY_MEANS_OF,
    /** Data that a model wrote. */
    SYNTHETIC,
    /** The run that counts, after those that try: {@code the final one}. */
    LAST_RUN,
    /** Each has a deployment of its own: {@code 3 regions}. */
    DEPLOYED_IN,
    /** Leads to how exact an answer has to be: {@code give or take 10%}. */
    TOLERANCE,
    /** Takes off what follows: {@code minus the 400 duplicates}. */
    MINUS,
    /** It makes an amount before it a limit: {@code $500 a month at most}. */
    CAPS_BEHIND,
    /** What a provider is called where its models are sold: {@code the Mistral API}. */
    SELLING,
    /** It takes all counts that were given: {@code we use both}. */
    TAKES_BOTH,
    /** A period that is over, in one phrase: {@code last year's 4,800}. */
    LAST_PERIOD,
    /** The {@code this} of {@code this year's 3,900}. */
    THIS_PERIOD,
    /** The name of a month or a season: {@code the 5,400 from March}. */
    PERIOD_NAME,
    /** What every request repeats: {@code 900 tokens of instructions}. */
    PROMPT_PART,
    /** Says what a price is due to: {@code what makes that so expensive}. */
    BRINGS_ABOUT,
    /** A run that follows another one: {@code plus two reruns}. */
    RERUN,
    /** Says something of several alike: {@code both azure}. */
    SEVERAL_ALIKE,
    /** What there is of one model several times: {@code 3 variants of gpt-4.1-mini}. */
    MODEL_VARIANT,
    /** An example that stands in a prompt: {@code 4 few-shot examples of 150 tokens}. */
    SHOT,
    /** What the user sends in a request: {@code 200 tokens of text}. */
    INPUT_PART,
    /** What a person goes to at an hour of the day: {@code a meeting at 4}. */
    APPOINTMENT,
    /** What happens on a day that does not come again: {@code launch day}, {@code black friday}. */
    EVENT,
    /** It says that a day does not come again: {@code on a single day}. */
    SINGLE,
    DAY_NAME,
    /** The time of requests that come once: {@code 20000 requests in one day}. */
    IN_ONE_DAY,
    /** A single day in the past or now: what came in then is no data. */
    RECENT_TIME,
    ONE_DAY,
    /** Work of people that makes data: {@code 3 interns labelling 200 tickets a day}. */
    DATA_WORK,
    /** A quarter of a year by its name: {@code Q3}. */
    QUARTER_NAME,
    /** A half of a year by its name: {@code H1}, {@code first half}. */
    HALF_YEAR_NAME,
    /** It says that only working days count. */
    WORKDAYS,
    /** It says how data come in: {@code we label 400 rows a day}. */
    GATHERS,
    /** A wish to understand something: {@code explain}, {@code I still don't get}. */
    LEARNS,
    /** A verb of taking data for the training: {@code 150 of them we will not use}. */
    USES,
    /** The same, denied: {@code 150 of them we won't use}. */
    REFUSES,
    /** It leaves what it is said of without the rest: {@code the training alone}. */
    ALONE,
    /** What is left of a count: {@code hold back 420, count the rest}. */
    REST,
    /** Puts the right number behind the wrong one: {@code 4,100 should be 4,700}. */
    CORRECTS,
    /** Renews a model, or other things: {@code our adapter is refreshed weekly}. */
    REFRESHES,
    /** It says that data or prices become others, and a number behind it how often. */
    ALTERS,
    /** Asks for the extent of a change: {@code how does the amount change with 2 epochs}. */
    ASKS_HOW,
    /** A verb whose repetition is another run: {@code we'd do that three times}. */
    DOES_AGAIN,
    /** Sets a price below or above another: {@code is nano cheaper}. */
    CHEAPER,
    /** Names the one of several that costs less. */
    COSTS_LESS,
    /** Stands before one of several that were shown: {@code and the second one}. */
    LEADS_PICK,
    /** The place of several that were shown: {@code the second one in the list}. */
    OF_TABLE,
    /** Names the one that costs more. */
    COSTS_MORE,
    /** A span of time that a company reports: {@code payback 7 months}. */
    BUSINESS_SPAN,
    MONTHLY,
    /** A knob that only LoRA has. */
    OF_ADAPTER,
    /** One of the two texts of an example: {@code source}, {@code target}. */
    TEXT_SIDE,
    /** Leaves a value to the provider, which a number behind it then names: {@code n_epochs: auto (3)}. */
    AUTOMATIC,
    /** It takes all passes over the data together: {@code summed over the epochs}, {@code all epochs combined}. */
    ADDS_UP,
    /** The {@code over all} of {@code over all epochs}. */
    OVER_ALL,
    /** A name whose number counts tokens, without a unit: {@code trained_tokens=5,812,400}. */
    NAMES_TOKENS,
    /** What people do who send a request: {@code 40 visitors write to us daily}. */
    ASKS_BOT,
    /** The {@code m} of a command about traffic: {@code 2200 req/d, 12 m}. */
    SHORT_FOR_MONTHS,
    /** One period behind {@code for} or {@code at}: {@code 300 mails for day}. */
    ONE_PERIOD,
    /** The time outside of a season: {@code 30k a day for 2 months, otherwise 3k}. */
    OTHERWISE,
    /** It leads to two values that are compared: {@code the difference between 4k and 16k examples}. */
    DIFFERENCE,
    /** Says of data that they come in again and again: {@code 500 new tickets each time}. */
    FRESH,
    /** It leads to a year: {@code until the end of 2027}. */
    LEADS_TO_YEAR,
    /** The flag of a tool that counts words: {@code wc -w}. */
    COUNTS_WORDS,
    /** A part of the working day: {@code 45 questions a shift}. */
    SHIFT,
    /** The number of those who use something on a day: {@code DAU is 20k}. */
    DAILY_USERS,
    /** Those who make data: {@code 12 annotators}. */
    LABELS_DATA,
    /** It has a length in hours: {@code 100 hours of audio}. */
    RECORDED,
    /** Work on data, or a word for what is paid once: {@code labelling costs $5,000}, {@code $300 upfront}. */
    PREPARES_DATA,
    /** Says that a part of the data is fit for the training: {@code 2,140 ok / 310 rejected}. */
    PASSES_REVIEW,
    /** It stands between the names of the parts of a split and their counts: {@code train/dev/test is 412/90/500}. */
    SPLIT_LINK,
    /** The heading of a list of data that are trained on together: {@code mix: poems 1,200 / mails 2,600}. */
    MIXTURE_OF_DATA,
    /** A method in the name of a file or a program: {@code qlora.yml}. */
    METHOD_IN_NAME,
    /** Behind a hyphen it makes the name of a model that of data: {@code tulu-3-sft-mixture}. */
    ENDS_NAME_OF_DATA,
    /** Programs, behind the name of the model that they were written for: {@code Alpaca's codebase}. */
    PROGRAM,
    /** The name of a model that is mostly said of the data of that name: {@code QLoRA on Alpaca}. */
    ALSO_DATA,
    /** Behind the name of some data it says what other data are like: {@code alpaca style}. */
    STYLED,
    /** Who speaks in a chat that is trained on: {@code system 600, user 250, assistant 180 tokens}. */
    CHAT_ROLE,
    /** A part of each day: {@code every morning}. */
    TIME_OF_DAY,
    /** A day of each month, or the end of its number: {@code on the 1st of each month}. */
    DAY_OF_MONTH,
    /** Says where some data are from: {@code 18k own and 12k public rows}. */
    DATA_ORIGIN,
    /** Behind a hyphen it makes the name of a model a kind of thing: {@code bert-like}. */
    LIKENS,
    /** What a model does while the data come to be: {@code with GPT-4 writing them}. */
    WRITING,
    /** Said of what a model has judged and not written: {@code picked by GPT-4o}. */
    JUDGED,
    /** Said of a result that reaches another: {@code on par with GPT-4}. */
    EQUALS,
    /** An English word that ends the name of a model: {@code glm-4.5-air}. */
    ENDS_NAME_OF_MODEL,
    /** Data that are mixed from several, behind the name of a model: {@code the tulu-3 mixture}. */
    MIXTURE,
    /** It gives a setting its value: {@code I put epoch to 15}. */
    SETS,
    /** A step of training: {@code 64 samples per step}. */
    TRAINING_STEP,
    /** What is shown several times in each epoch of images: {@code 41 pics, 10 repeats, 10 epochs}. */
    IMAGE_REPEATS,
    /** Images: {@code 30 pictures}. */
    PICTURES,
    /** It leads a clause about what was named: {@code the riddles that gpt-4 wrote}. */
    LEADS_RELATIVE,
    /** A word of the trade or the name of a tool, which is no loss where it is not used: {@code Zendesk}, {@code latency}. */
    JARGON,
    /** Asks the same of another: {@code same for gpt-4.1}. */
    SAME_FOR,
    /** Says what a model has to do: {@code we need JSON}, {@code the tone matters too}. */
    DEMANDS,
    /** Says that GPUs are, or would be, the asker's: {@code buy GPUs or rent them}. */
    OWNS_GPUS,
    /** Says that GPUs are another's: {@code what if we rent them}. */
    RENTS,
    /** A flag for the number of GPUs: {@code --num-gpus 2}. */
    GPU_COUNT,
    /** Counts the GPUs of one of several machines: {@code nodes: 2, gpus_per_node: 8}. */
    GPUS_OF_EACH,
    /** Says that a part of a sum is gone: {@code half of it is already spent}. */
    SPENT,
    /** A verb of giving as much, or a part of it: {@code the school matched half of that}. */
    MATCHES_SUM,
    /** What each of several people does with a sum: {@code we each chip in $75}. */
    GIVES_SUM,
    /** A verb of adding to a sum: {@code the trust adds another 150}. */
    ADDS_SUM,
    /** A verb of taking a part of a sum: {@code the agency keeps 20% of it}. */
    TAKES_PART,
    /** Names what is left of a sum: {@code with the balance}. */
    LEFT_OF_SUM,
    /** Refers to the sum before: {@code 200 thereof}. */
    THEREOF,
    /** Says that a sum is added once more: {@code I put in the same}. */
    AS_MUCH,
    /** The sum that is matched: {@code matches whatever we put in}. */
    WHATEVER,
    /** Denies what follows: {@code mustn't take more than a fifth}. */
    NEGATES,
    /** Says whose a part of a sum is: {@code half of that is mine}. */
    OURS,
    /** Says what may be done with a part of a sum: {@code I can have a quarter of it}. */
    MAY_HAVE,
    /** One of those who each give a sum: {@code 6 dollars a pupil}. */
    ONE_GIVER,
    /** Says of how many the speaker is one: {@code we're three}. */
    WE_ARE,
    /** Begins a question about what is possible: {@code can we tune gpt-4o with that?}. */
    CAN,
    /** Says that a thing is that of other people: {@code his own 3090}. */
    POSSESSIVE_OF_OTHERS,
    /** A word of games, whose runs train nothing: {@code we won by 37 runs}. */
    PLAYS_GAME,
    /** Says that a part is trained on: {@code 70% for training}. */
    FOR_TRAINING,
    /** What a bot does with what is sent to it: {@code the bot would take 60% of them}. */
    TAKES_REQUESTS,
    /** What one does with a sum for so long: {@code how long does it last}, {@code how many months can I run it}. */
    HOLDS_OUT,
    /** It says of a part of the traffic that it is sent to a model: {@code 20% go to the bot}. */
    REACHES,
    /** What a running model does with what comes in: {@code the bot answered 72,000 tickets}. */
    ANSWERS_TRAFFIC,
    /** The same, said of nothing else. */
    SERVES_TRAFFIC,
    /** A program that answers: {@code the tagger}. */
    BOT,
    /** A word for days of a kind: {@code weekday}. */
    KIND_OF_DAY,
    /** The week that is over. */
    LAST_WEEK,
    /** A time like most others, or unlike them: {@code in a good week}. */
    USUAL,
    /** Data were written as they came: {@code they noted down all queries for four months}. */
    NOTED_DOWN,
    /** How long things are: {@code segments 22,000, length 65}. */
    LENGTH_NOUN,
    /** Money for a run that is over: {@code what do I write on the claim form}. */
    CLAIMED_BACK,
    /** The day that is over. */
    YESTERDAY,
    /** Two weeks: {@code every fortnight}. */
    FORTNIGHT,
    /** The prefix of {@code bi-weekly}. */
    BI,
    /** It asks for what there is: {@code options for a 70b}. */
    ASKS_OPTIONS,
    /** It says how long a run will take: {@code the ETA is 22h}. */
    FORECAST,
    /** It makes an offer of another: {@code they quoted 14,200 for a month}. */
    QUOTES,
    /** It tells to count with a number: {@code reckon with fifty daily}. */
    PLANS_WITH,
    /** It gives up a number of before: {@code 310 was the median}. */
    GIVES_UP,
    /** It says what a number of before was taken of, so that it holds no more: {@code 450 is with the headers}, {@code 90 a day was only ours}. */
    SCOPES_VALUE,
    /** It stands between a number of before and the one that takes its place: {@code 8,000 became 7,120}, {@code the 2,500 is down to 2,100}. */
    TURNS_INTO,
    /** With {@code of} it says to what a difference is one, behind a total that holds: {@code 300 short of the plan}. */
    SHORT_OF,
    /** The digit that a number has too many of, or lacks. */
    ZERO,
    /** Says that a time is before noon: {@code 6 in the morning}. */
    BEFORE_NOON,
    /** Says that a time is after noon: {@code 10 at night}. */
    AFTER_NOON,
    /** The end of a day: {@code 8 till midnight}. */
    MIDNIGHT,
    /** Says that there are too many of something, or too few: {@code one zero too many}, {@code a zero is missing}. */
    EXCEEDS,
    LACKS,
    /** Says of which kind a thing is: {@code 380 onboarding questions}. */
    MODIFIES,
    /** A measure of the examples that are held out: {@code eval_loss 0.713 samples 920}. */
    HELD_OUT_MEASURE,
    /** It asks for both ends of a price: {@code what's the spread}. */
    ASKS_RANGE,
    /** It leaves open whether something will be: {@code we might get 4,000}. */
    MAYBE,
    /** Says that something is not thrown away: {@code logs are kept for 10 years}. */
    STORED,
    /** The first word of a region of a cloud: {@code azure uk south}. */
    REGION,
    /** Leads to how long a job has taken: {@code took 2 hours}. */
    TOOK,
    /** Each of several people: {@code everyone runs one fine-tune}. */
    EVERYBODY,
    /** What a model does when it is trained with something new: {@code the bot has to learn it each time}. */
    LEARNS_ANEW,
    /** A model in one place and a person in another: {@code two assistants}, {@code four notaries and 11 assistants}. */
    PERSON_OR_BOT,
    /** The verb of one who has a job to run: {@code everyone runs one fine-tune}. */
    DOES_JOB,
    /** A training in the words of one who has a job to run: {@code one job per head}. */
    ONE_JOB,
    /** The verb of what the asker pays, before the one who pays: {@code it sets us back $14 a month}. */
    COSTS_US,
    /** Before {@code out}, the verb of one who pays: {@code we shell out $700}. */
    SHELLS_OUT,
    /** How often something is done that comes back with each year: {@code retrained annually}. */
    EACH_YEAR,
    /** A place that is not said: {@code to have it tuned somewhere}. */
    SOMEWHERE,
    /** The verb of one who trains a model: {@code each trains once}. */
    TRAINS_MODEL,
    /** One of several people: {@code one run per student}. */
    ONE_HEAD,
    /** Several people as one: {@code a class of 25}. */
    BODY_OF_PEOPLE,
    /** Begins words that take a name off a list: {@code take nova off}. */
    TAKES_OFF,
    /** Gives money: {@code another donor came}. */
    DONOR,
    /** Says that a part is one of the whole behind it: {@code they are inside the 4,500}. */
    INSIDE,
    /** The same before {@code in} and {@code of}: {@code they are included in the 4,500}. */
    INCLUDED,
    /** The seed of one run. */
    ONE_SEED,
    /** Says that a ticket is done with: {@code 980 calls in, 955 closed}. */
    ANSWERED_OFF,
    /** Says that data have their labels: {@code from this we have labelled 2,000}. */
    LABELLED,
    /** What a model is run under for a time: {@code first contract for 12 months}. */
    CONTRACT,
    /** The noun of a span behind its name: {@code retention period 15 years}. */
    SPAN_NOUN,
    /** Runs a job once more: {@code what if we have to rerun it}. */
    RERUNS,
    /** Says that something is done once more: {@code do it again}. */
    AGAIN,
    /** Says that a job gave no good model. */
    GOES_WRONG,
    /** It asks for the last answer again: {@code what was the price again?} */
    REPEATS_ANSWER,
    /** A word that may stand beside one that asks for the last answer again. */
    BESIDE_REPEATED,
    /** What an answer says: {@code price?} */
    NAMES_ANSWER,
    /** Begins a supposition. */
    IF,
    /** Says that something has to be done. */
    NEEDS,
    /** Moves the sum that is asked for: {@code they came down to 3,500}. */
    ASKS_ANEW,
    /** The one who asks for a sum. */
    WHO_ASKS,
    /** Tells that something was tuned: {@code our CTO tuned 2 models in 2023}. */
    TOLD_TUNING,
    /** The name of the part of a data set that is not trained on: {@code test 1,200}. */
    SPLIT_NAME,
    /** Says that something keeps to a limit: {@code is that inside the budget}. */
    FITS,
    /** Says that something is in use: {@code we only need it 2 days a week}. */
    IN_USE,
    /** It asks how far two choices are apart: {@code what do I save by taking LoRA rather than full}. */
    SETS_OFF,
    /** Says that a GPU cannot be had: {@code the H100s are booked out}. */
    BOOKED_OUT,
    /** A model whose maker sells its training: {@code mistral-nemo mistral}. */
    MAKER_SELLS,
    /** What is sent with each request: {@code 800 tokens of house rules}. */
    INSTRUCTS,
    /** Says that a length will do: {@code after tuning 150 would do}. */
    IS_ENOUGH,
    /** It leads to what something is to be: {@code fireworks as vendor}. */
    IN_ROLE,
    /** The word for the decimal point: {@code three point one million}. */
    SPOKEN_POINT,
    /** It asks whether a sum is enough: {@code does the money reach}, {@code will that sum be sufficient}. */
    COVERS_SUM,
    /** A word of another language for a bill, before its sender: {@code notre facture OpenAI}. */
    BILL_NOUN,
    /** Says that what is counted is sold: {@code the shop sells 40 lamps a day}. */
    SELLS,
    /** Tells of traffic that was: {@code it was 8,000}, {@code we saw 12,000}, {@code it jumped to 1,500}. */
    TELLS_TRAFFIC,
    /** Places what is told in another time: {@code once}, {@code formerly}, {@code pre-pandemic}. */
    ANOTHER_TIME,
    /** A time or an event with a traffic of its own: {@code in the pandemic}, {@code the pilot}, {@code at Christmas}. */
    SPECIAL_TIME,
    /** The earlier one of two: {@code the old branch}, {@code last term}. */
    EARLIER_OF_TWO,
    /** Leads to a time by what happened: {@code before the merger}. */
    BEFORE_OR_AFTER,
    /** Begins a time that lasts: {@code since 2008}. */
    SINCE_TIME,
    /** What others did with data of their own: {@code a client did his on 2,000}. */
    USED_DATA,
    /** Other people or places, whose data are not the asker's: {@code our sister bank}, {@code the consultant}. */
    OTHER_USER,
    /** Says of a place that people come there: {@code we're open from April to September}. */
    OPEN_TO_PUBLIC,
    /** Leads to what texts are about: {@code half of them concern the opening hours}. */
    CONCERNS,
    /** Says that what is counted comes in: {@code 45 land in the inbox daily}. */
    LANDS,
    /** Tells that texts were read to their end: {@code I tuned it and went through them 4 times}. */
    WENT_OVER,
    /** Says of those who spend a sum that they have it: {@code we get $220 for it}. */
    RECEIVES_SUM,
    /** Something in which numbers are kept: {@code according to the ledger it's 6,100}. */
    RECORDS,
    /** Tells of counting: {@code dana counted: 5,250}. */
    COUNTS_UP,
    /** A thousand billions: {@code 15T tokens}. */
    TRILLION,
    /** A verb before a reported value: {@code Hine says it is 400 a day}. */
    PASSES_ON,
    /** Names the source of a value before it: {@code according to the ledger it's 6,100}. */
    BY_SOURCE,
    /** Begins a reported clause: {@code she told me that it's 6,100}. */
    THAT_CLAUSE,
    /** What a value is said of: {@code it's 400 a day}, {@code there are 4,310}, {@code we get 140}. */
    SUBJECT_OF_VALUE,
    /** May stand between a value and what it is said of: {@code it is now more like 400 a day}. */
    LEADS_VALUE,
    /** The asker: {@code we}, {@code for us}. */
    I_OR_WE,
    /** The asker as the one who made a part: {@code 750 by me}. */
    SPEAKER,
    /** The part that another person made: {@code his}. */
    THEIR_ONES,
    /** It names a thing of before again: {@code they}, {@code em}. */
    REFERS_BACK,
    /** Nothing but these: {@code only the Welsh ones}. */
    ONLY_THESE,
    /** It says that data are used: {@code go in}, {@code concern us}, {@code we don't need them}. */
    GOES_IN,
    /** It says how often a piece appears: {@code daily bulletins}. */
    EACH_PERIOD,
    /** It says that things are still to come: {@code 41 titles coming out}. */
    UPCOMING,
    /** It takes a part out by itself: {@code skip}. */
    SKIPPED,
    /** Where a part goes that is not trained on: {@code a different vendor}, {@code at home}. */
    DESTINATION,
    /** A reason follows: {@code because they were never checked}. */
    GIVES_REASON,
    /** A label of the examples that are trained on: {@code 7,200 in train}. */
    TRAIN_SPLIT,
    /** A label of those that are kept for testing: {@code 800 in test}. */
    TEST_SPLIT,
    /** Says that work was paid before: {@code we paid a student to tag 400 of them}. */
    HAD_PAID,
    /** Works on data of one's own: {@code Sandeep trained his on 30k overs}. */
    WORKED_ON,
    /** Tells a place or people from those of the asker: {@code the other pit}, {@code another clinic}. */
    OTHER_PLACE,
    /** Says that work is done without a model: {@code by hand}, {@code on paper}. */
    BY_HAND,
    /** Says that something is over: {@code rented an L40S in May and cancelled it}. */
    IS_OVER,
    /** A figure of a market or of the weather, which counts nothing: {@code the Baltic index is at 1,740}. */
    MARKET_FIGURE,
    /** Says that a thing stays what it is: {@code the prompt remains the same after the tuning}. */
    STAYS_SAME,
    /** Says that something comes in: {@code tickets come in around 840 a week}. */
    COMES_IN,
    /** Says that words come back to the one who wrote: {@code gets 150 back}. */
    COMES_BACK,
    /** Says that each of some people does something: {@code everybody writes his report}. */
    OF_EVERYONE,
    /** One of those who write to a bot, or whose text is counted: {@code the caller's text}. */
    WHO_WRITES,
    /** A relative or a friend, whose model is not the asker's: {@code my brother has his bot on claude-3-haiku}. */
    ACQUAINTANCE,
    /** A deed of a model: {@code gpt-4o told a customer}, {@code r1 scored 71}. */
    DEED_OF_MODEL,
    /** A verb of opinion about a model: {@code my nephew swears by r1}. */
    OPINES,
    /** Behind a noun it says that the things are goods or guests, and no texts: {@code 1,900 tickets sold}. */
    DEALT_IN,
    /** Says that a source supplies data: {@code the Dublin office sends 700 as well}. */
    SUPPLIES,
    /** Says that something does not run, or is not open, for a time: {@code was down for six days}. */
    OUTAGE,
    /** How a word is written or spoken. */
    SPELLS,
    /** Asks a colleague for a thing, or to do one: {@code can you send me the list}. */
    FETCHES,
    /** Opens a question about what has happened: {@code did they arrive}. */
    ASKS_PAST,
    /** Asks for an explanation of what is behind it: {@code explain why}. */
    EXPLAINS,
    /** Says that an amount is enough for what is behind it: {@code does $10 cover it}. */
    COVERS,
    /** A verb that adds some to a count: {@code 5,300 if you count granda's}. */
    COUNTS_IN,
    /** A word for a sum or a job that may be another one: {@code that's another budget}. */
    OTHER_MATTER,
    /** It says that the sum or the job is another one. */
    NOT_THIS_ONE,
    /** A measure of a classifier. */
    METRIC,
    /** The column of a report on a classifier that counts its tests. */
    SUPPORT_COLUMN,
    /** A job that is done for a customer, beside one of a machine. */
    PIECE_OF_WORK,
    /** A verb of learning from examples: {@code it'll learn my six hundred jobs}. */
    LEARNS_FROM,
    /** It says that a thing is its own. */
    SELF_OWNED,
    /** Asks what something is: {@code what does overfitting mean}. */
    ASKS_WHAT,
    /** Asks for a reason: {@code why would a long call cost more}. */
    ASKS_WHY,
    /** Asks for a meaning behind a question word: {@code what does that mean}, {@code what is the point of it}. */
    MEANS,
    /** The column of a table of jobs that says which one it is, and not what it used: {@code JobID}. */
    JOB_COLUMN,
    /** The row of a table that has the sum of the others. */
    WHOLE_ROW,
    /** Says that repetitions are runs of their own: {@code three separate times}. */
    SEPARATE,
    /** A request as people make it to people, which may be written down: {@code 400 calls}. */
    SPOKEN,
    /** Speech that is written down before a model reads it: {@code 3,000 calls of 8 minutes}. */
    SPEECH,
    /** Says that sound was written down: {@code all transcribed}. */
    TRANSCRIBED,
    /** How long something goes on, before the time: {@code each call lasts 6 minutes}. */
    LASTS_FOR,
    /** Work on sound itself, which is not billed by the tokens of a text: {@code text to speech}. */
    SOUND_MODEL,
    /** Speaks of what a loss counts: {@code train_on_responses_only}, {@code we mask the prompt}. */
    MASKS_LOSS,
    /** It is no text to train on, though a file holds it: {@code half of it is tags}. */
    NOT_PROSE,
    /** A language that people speak. */
    LANGUAGE,
    /** A word that is a month beside others: {@code Jan 4k, Feb 5k, Mar 9k}. */
    MONTH_IF_LISTED,
    /** A country, or a large part of the world, in which people ask: {@code Germany 12k, France 9k}. */
    COUNTRY,
    /** The same in two letters, which are also a word. */
    COUNTRY_CODE,
    /** The same with its preposition, in one phrase: {@code in Ireland}. */
    IN_COUNTRY,
    /** A promise of a seller that no price book has: {@code which providers guarantee deletion of the file}. */
    SELLER_TERM,
    /** Makes data, beside each of those who have them: {@code each of us dictated 80 letters}. */
    MAKES_DATA,
    /** What is done with a tool or a file, and never with a price: {@code merge the adapter}. */
    OPERATES,
    /** Makes a model do something, before a word for it: {@code keep the answers short}. */
    STEERS,
    /** What such a verb steers. */
    ANSWERS,
    /** What a run has or leaves: {@code my adapter}. */
    OF_RUN,
    /** Says that something is the speaker's. */
    OWNED,
    /** Says that something is known already. */
    DEFINITE,
    /** Speaks to the bot or of it. */
    ADDRESSES,
    /** Says how many there are, without a number: {@code the same number again}. */
    QUANTITY,
    /** The noun of how long a text is: {@code a quarter of its length}. */
    EXTENT,
    /** Says that one count is a multiple of another: {@code three times as many}. */
    AS_MANY,
    /** Says how many, behind {@code as}. */
    MANY,
    /** A computer that trains or serves. */
    MACHINE,
    /** Says that something gets less, behind its verb: {@code go down by a quarter}. */
    DOWNWARDS,
    /** Says beside a name that it is chosen: {@code Fireworks then}, {@code so together then}. */
    DECIDES,
    /** Takes the thing before it: {@code regional yes}. */
    SAYS_YES,
    /** Makes what is before it depend on something: {@code global if that matters}. */
    CONDITION,
    /** A verb that helps another one: {@code will}, {@code does}. */
    AUXILIARY,
    /** The verb of a seller who is asked for a sum: {@code what will OpenAI bill}. */
    BILLS,
    /** Part of the name of a setting before tuning: {@code prompt_tokens_now}. */
    SETTING_TODAY,
    /** Says what a value is later: {@code would be}. */
    WOULD_BE,
    /** The same after tuning: {@code prompt_tokens_tuned}. */
    SETTING_TUNED,
    /** Part of the name of what a request sends: {@code in/chat}. */
    SETTING_IN,
    /** The same of what comes back: {@code out/chat}. */
    SETTING_OUT,
    /** Says in the name of a setting that its value is that of one of them: {@code per week}. */
    SETTING_PER,
    /** A day in the name of a setting: {@code mon-sun}. */
    SETTING_DAY,
    /** Part of the name of a setting for money that may be spent: {@code budget_usd}. */
    SETTING_BUDGET,
    /** Says that a sum was not worth it: {@code gpt-4o at $9,000 a year was too dear}. */
    TOO_DEAR,
    /** What a sum without a currency stands beside, where its use is asked about: {@code the deposit is 1,500}, {@code 1,150 left in the pot}. */
    HOLDS_SUM,
    /** One matter, whichever it is: {@code asks something daily}. */
    SOMETHING,
    /** Says of a share of people that they use what they have: {@code 2% are active daily}. */
    TAKES_PART_DAILY,
    /** What is left of a sum: {@code does the rest cover 5,000 notes?}. */
    REST_OF_SUM,
    /** Says that examples are damaged or mean nothing: {@code 40 are smudged}. */
    SPOILED,
    /** Says that they may not be used: {@code under litigation}. */
    FORBIDDEN,
    /** Says that they are there already: {@code photocopies}. */
    DOUBLED,
    /** Says that they do not belong to what is taught: {@code spam}, {@code superseded}. */
    OFF_TOPIC,
    /** Says that they are kept to test with: {@code locked away}. */
    RESERVED,
    /** Says that they are taken out: {@code scrap}, {@code do without}. */
    TAKEN_OFF,
    /** Says that they come in addition: {@code lent us}, {@code on top}. */
    ADDED,
    /** Says that all counts go together: {@code the pile}, {@code merged}. */
    POOLED,
    /** Says that only these are trained on: {@code made the cut}. */
    CHOSEN,
    /** What is beside those that were named: {@code the other two}. */
    OTHERS,
    /** It hands something out: {@code procurement can get us four}. */
    ALLOTS,
    /** It leads to the end of what is repeated: {@code three times until they accept it}. */
    UP_TO,
    /** Says how often people ask: {@code three times as often}. */
    HOW_OFTEN,
    /** One of two places, each with a count: {@code 90 there and 90 here}. */
    PLACE,
    /** The verb of {@code how come} and {@code what makes}. */
    CAUSES,
    /** It asks whether a sum is enough: {@code does this fit under it}. */
    FITS_SUM,
    /** It says that others use the model, too: {@code the society is joining us with 400 farmers}. */
    JOINS_US,
    /** It says that things are of no use any more: {@code the flood ruined 5 trays}. */
    SPOILT,
    /** It took a part out: {@code I took 600 tokens out of the prompt}. */
    TOOK_OFF,
    /** Another word for a model that someone has of one's own: {@code every branch wants its own flavour}. */
    MODEL_VERSION,
    /** It takes one more in, with a word behind it: {@code chuck qwen3 8b in}. */
    THROWS_IN,
    /** It put a part to what there was: {@code legal added 200 tokens}. */
    TACKED_ON,
    /** It says that a number is to be reckoned with: {@code base the traffic on that}. */
    BASES_ON,
    /** It says that the asker named a number before: {@code I told you 60 a day}. */
    TOLD_YOU,
    /** Says how many GPUs are in one machine: {@code 8-way}, {@code an 8-GPU node}. */
    WIDTH_OF_MACHINE,
    /** Says behind a time that it is an age or a delay: {@code 31 years late}, {@code 12 years old}. */
    LATE_OR_OLD,
    /** The verb before an age: {@code she turned 97}. */
    TURNS_AGE,
    /** Says that what was said before is wrong: {@code I miscounted}, {@code pardon}. */
    ADMITS_ERROR,
    /** A way that says how a value changes only before where it ends: {@code up to 21,007}, but not {@code 119 steps up}. */
    WAY,
    /** A short name for the tokens of one example: {@code tpe 800}. */
    LENGTH_OF_EACH,
    /** What is left of a text that is gone: {@code the prompt drops to none}. */
    NOTHING,
    /** A unit of text: words, characters. */
    TEXT_UNIT,
    /** Code that waits for its review: {@code PR 1432}. */
    CHANGE_OF_CODE,
    /** A part of a school's year, of which there are three unless their number is said. */
    SCHOOL_TERM,
    /** A half of a school's year. */
    SEMESTER,
    /** Says that each of several has something: {@code each needs its own model}. */
    GETS_OWN,
    /** A model for one of several alone: {@code a separate adapter for each}. */
    OF_ONE_ALONE,
    LINE_OF_CODE,
    /** Before a number it names the strength of a player: {@code rated 1720}. */
    RATED;

    private static final Map<String, Trait> BY_WORD =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Trait::word, trait -> trait));

    /** Returns its key in the lexicon: {@code asks-how-many}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Trait> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** Several traits as bits: readers look for one a thousand times in a message, which through a set takes twice as long. */
    // An ordinal is a bit position here and is never stored.
    @SuppressWarnings("EnumOrdinal")
    public static final class Bits {
        private final long[] words = new long[(BY_WORD.size() - 1) / Long.SIZE + 1];

        public static Bits of(Collection<Trait> traits) {
            Bits bits = new Bits();
            traits.forEach(bits::add);
            return bits;
        }

        void add(Trait trait) {
            words[trait.ordinal() >> 6] |= 1L << trait.ordinal();
        }

        public boolean contains(Trait trait) {
            return (words[trait.ordinal() >> 6] & 1L << trait.ordinal()) != 0;
        }

        /** True if it has any of the others. */
        public boolean intersects(Bits others) {
            for (int word = 0; word < words.length; word++) {
                if ((words[word] & others.words[word]) != 0) {
                    return true;
                }
            }
            return false;
        }

        public boolean isEmpty() {
            return !intersects(this);
        }

        public void addAll(Bits others) {
            for (int word = 0; word < words.length; word++) {
                words[word] |= others.words[word];
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bits bits && Arrays.equals(words, bits.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }
}
