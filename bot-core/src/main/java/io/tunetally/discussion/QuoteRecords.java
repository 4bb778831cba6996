package io.tunetally.discussion;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.discussion.PlanRecorder.Maker;
import io.tunetally.storage.TeamRecords;
import io.tunetally.storage.TeamRecords.TeamRecord;
import java.util.List;
import java.util.Optional;

/** The quotes of a team and of each person, with their bills. */
final class QuoteRecords {
    private static final int MOST_READ = 10_000;

    private final TeamRecords records;
    private final Maker maker;

    QuoteRecords(TeamRecords records, Maker maker) {
        this.records = records;
        this.maker = maker;
    }

    Optional<SavedQuote> find(Envelope from, long number) {
        return readablePlaces(from).stream()
                .flatMap(place -> records.find(place, RecordKind.QUOTE.word(), DiscussionStore.id(number)).stream())
                .findFirst()
                .map(this::withBill);
    }

    List<SavedQuote> latest(Envelope from, int most) {
        return readablePlaces(from).stream()
                .flatMap(
                        place -> records.latest(place, RecordKind.QUOTE.word(), "", Math.min(most, MOST_READ)).stream())
                .sorted((one, other) -> other.id().compareTo(one.id()))
                .limit(most)
                .map(this::withBill)
                .toList();
    }

    private SavedQuote withBill(TeamRecord quote) {
        SavedQuote read = SavedQuote.read(quote);
        return read.billed(records.find(quote.place(), RecordKind.BILL.word(), quote.id())
                .map(bill -> Bill.read(bill, read.figures()))
                .orElse(null));
    }

    List<SavedQuote> billed(Envelope from) {
        return readablePlaces(from).stream()
                .flatMap(place -> records.latest(place, RecordKind.BILL.word(), "", MOST_READ).stream())
                .flatMap(bill -> records.find(bill.place(), RecordKind.QUOTE.word(), bill.id()).stream()
                        .map(SavedQuote::read)
                        .map(quote -> quote.billed(Bill.read(bill, quote.figures()))))
                .toList();
    }

    private static List<ConversationId> readablePlaces(Envelope from) {
        return List.of(Places.team(from.discussion()), Places.own(from.discussion(), from.user()));
    }

    void bill(Envelope from, Bill bill) {
        String id = DiscussionStore.id(bill.quote());
        ConversationId place = readablePlaces(from).stream()
                .filter(each -> records.find(each, RecordKind.QUOTE.word(), id).isPresent())
                .findFirst()
                .orElse(Places.quotes(from));
        records.put(
                List.of(maker.make(place, RecordKind.BILL, id, from.user(), Places.isPersonal(place), bill.body())));
    }
}
