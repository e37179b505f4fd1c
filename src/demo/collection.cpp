// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/collection.h"

#include <array>

namespace demo {
namespace {

/// When the attempts are made, counted from the first.
constexpr std::array<Seconds, 4> attemptsAt{0, 3 * day, 8 * day, 15 * day};
constexpr int never = 99;

Decline drawDecline(Random &random)
{
    const int lot = random.below(100);
    if (lot < 46)
        return Decline::InsufficientFunds;
    if (lot < 68)
        return Decline::DoNotHonor;
    if (lot < 82)
        return Decline::ExpiredCard;
    if (lot < 92)
        return Decline::AuthenticationRequired;
    return lot < 97 ? Decline::VelocityExceeded : Decline::LostCard;
}

/// Which attempt succeeds, counted from 1.
int drawSuccess(Course course, Random &random)
{
    const bool failsFirst = random.chance(420);
    const int lot = random.below(100);
    if (course == Course::Fails)
        return never;
    if (!failsFirst)
        return 1;
    if (lot < 55)
        return 2;
    if (lot < 80)
        return 3;
    return lot < 92 || course == Course::Succeeds ? 4 : never;
}

} // namespace

Seconds charge(Bill &bill, Course course, Seconds end, Random &random)
{
    const int success = drawSuccess(course, random);
    const Decline decline = drawDecline(random);
    bill.status = core::InvoiceStatus::Open;
    for (const Seconds offset : attemptsAt) {
        const Seconds at = bill.finalized + offset;
        if (at >= end) {
            bill.nextAttempt = at;
            return 0;
        }
        ++bill.attempts;
        if (bill.attempts == success) {
            bill.paid = at;
            bill.status = core::InvoiceStatus::Paid;
            bill.decline = Decline::None;
            return 0;
        }
        bill.decline = decline;
    }
    return bill.finalized + attemptsAt.back();
}

void send(Bill &bill, int dueDays, Seconds end, Random &random)
{
    bill.status = core::InvoiceStatus::Open;
    bill.due = bill.finalized + dueDays * day;
    const int lot = random.below(1000);
    const Seconds intime = bill.finalized + random.between(2 * day, dueDays * day - hour);
    const Seconds late = bill.due + random.between(day, 70 * day);
    const Seconds givenUp = bill.due + 90 * day;
    const Seconds voided = bill.finalized + random.between(day, 10 * day);
    if (lot < 8) {
        if (voided < end) {
            bill.voided = voided;
            bill.status = core::InvoiceStatus::Void;
        }
        return;
    }
    if (lot < 30) {
        if (givenUp < end)
            bill.status = core::InvoiceStatus::Uncollectible;
        return;
    }
    const Seconds paid = lot < 170 ? late : intime;
    if (paid < end) {
        bill.paid = paid;
        bill.status = core::InvoiceStatus::Paid;
    }
}

} // namespace demo
