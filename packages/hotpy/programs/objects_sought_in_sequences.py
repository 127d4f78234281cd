"""Lists and tuples of objects whose `__eq__` or `__lt__` is written in Python: searched, counted, removed from, and the least of them."""


class Card:
    def __init__(self, rank, suit="s"):
        self.rank, self.suit = rank, suit

    def __eq__(self, other):
        return isinstance(other, Card) and self.rank == other.rank

    def __lt__(self, other):
        return self.rank < other.rank

    def __gt__(self, other):
        return self.rank > other.rank

    def __repr__(self):
        return f"Card({self.rank})"


class Fails:
    def __eq__(self, other):
        return 1 / 0

    def __lt__(self, other):
        raise LookupError("not less")


class Clears:
    def __init__(self, items, result):
        self.items, self.result = items, result

    def __eq__(self, other):
        self.items.clear()
        return self.result


class Never(list):
    """A list that says of itself that it has everything."""

    def __contains__(self, item):
        return True


def attempt(label, action):
    try:
        print(label, action())
    except Exception as error:
        print(label, type(error).__name__, error, error.__context__)


def main():
    hand = [Card(n) for n in (5, 3, 9, 3, 7)]
    pair = tuple(hand)
    print(Card(9) in hand, Card(4) in hand, Card(9) not in hand, Card(4) not in hand)
    print(Card(9) in pair, Card(4) in pair, 3 in hand, None in pair, hand[2] in hand)
    print(hand.index(Card(3)), hand.index(Card(3), 2), hand.index(Card(3), -2, -1), pair.index(Card(7)))
    print(hand.count(Card(3)), pair.count(Card(3)), hand.count(3))
    attempt("no index", lambda: hand.index(Card(4)))
    attempt("no index in part", lambda: hand.index(Card(5), 1))
    attempt("no index in tuple", lambda: pair.index(Card(4)))
    attempt("no item", lambda: hand.remove(Card(4)))
    hand.remove(Card(3))
    print(hand, min(hand), max(hand), min(pair), max(pair), min(Card(2), Card(1)), max(Card(2), Card(1)))
    attempt("in fails", lambda: Fails() in hand)
    attempt("fails in", lambda: Card(1) in [Fails()])
    attempt("not in fails", lambda: Card(1) not in [Fails()])
    attempt("count fails", lambda: [Fails()].count(1))
    attempt("index fails", lambda: (Fails(), 1).index(1))
    attempt("remove fails", lambda: [Fails()].remove(1))
    attempt("min fails", lambda: min([Fails(), Fails()]))
    attempt("min of mixed", lambda: min([1, "a"]))
    attempt("max of mixed", lambda: max(1, Card(2)))
    attempt("min of none", lambda: min([]))
    attempt("min with default", lambda: min([], default=Card(1)))
    attempt("mixed numbers", lambda: (1.0 in [Card(1), 1], True in (Card(1), 1), 10**20 in [Card(1), 10**20]))

    for result in (False, True):
        items = []
        items += [Clears(items, result), Card(1), Card(2)]
        attempt("cleared while searched", lambda: Card(1) in items)
        items += [Clears(items, result), Card(1)]
        attempt("cleared while indexed", lambda: items.index(Card(1)))
        items += [Clears(items, result), Card(1)]
        attempt("cleared while removed", lambda: items.remove(Card(2)))
        print(len(items))

    never = Never([Card(1)])
    print(Card(5) in never, list.__contains__(never, Card(5)), list.__contains__(never, Card(1)), never.index(Card(1)))

    found = 0
    cards = [Card(n) for n in range(12)]
    for i in range(4000):
        card = Card(i % 20)
        if card in cards:
            found += cards.index(card)
        if card not in cards:
            found += 100
        found += cards.count(card)
        if i % 1000 == 7 and card in cards:
            cards.remove(card)
            cards.append(card)
        found += min(cards).rank + max(cards).rank
    print(found, cards)


main()
