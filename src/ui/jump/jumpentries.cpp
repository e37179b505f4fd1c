// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jump/jumpentries.h"

#include "models/eventwording.h"
#include "services/deskservices.h"
#include "ui/desk/launcher.h"
#include "ui/shell/mainwindow.h"
#include "ui/stripelink.h"

#include <QAction>
#include <QDesktopServices>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using core::JumpKind;

namespace ui {
namespace {

constexpr qsizetype mostRemembered = 8;

/// Where an object of each kind is shown, and as what.
struct KindFace
{
    JumpKind kind;
    QLatin1StringView page; ///< Also its word in what is remembered.
    QLatin1StringView icon;
    const char *heading; ///< In the translation context "JumpEntries".
};
constexpr std::array kindFaces{
    KindFace{JumpKind::Tenant, "tenants"_L1, "building-2"_L1,
             QT_TRANSLATE_NOOP("JumpEntries", "Tenants")},
    KindFace{JumpKind::Subscription, "subscriptions"_L1, "refresh-cw"_L1,
             QT_TRANSLATE_NOOP("JumpEntries", "Subscriptions")},
    KindFace{JumpKind::Invoice, "invoices"_L1, "receipt-text"_L1,
             QT_TRANSLATE_NOOP("JumpEntries", "Invoices")},
    KindFace{JumpKind::Event, "events"_L1, "activity"_L1,
             QT_TRANSLATE_NOOP("JumpEntries", "Events")},
};

const KindFace &faceOf(JumpKind kind)
{
    return *std::ranges::find(kindFaces, kind, &KindFace::kind); // every kind has its row
}

/// Actions that make sense wherever one is; the others need something chosen first.
constexpr std::array everywhere{
    ActionId::NewTenant, ActionId::ExportList,    ActionId::CopyRows,    ActionId::GoToRow,
    ActionId::Refresh,   ActionId::ToggleSidebar, ActionId::ToggleTheme, ActionId::Quit};

bool containsAll(const QString &text, const QString &typed)
{
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

JumpEntry JumpEntries::entryOf(const core::JumpHit &hit) const
{
    const KindFace &face = faceOf(hit.target.kind);
    JumpEntry entry{.title = hit.title, .detail = hit.detail, .icon = face.icon};
    entry.target = hit.target;
    if (hit.target.kind == JumpKind::Event)
        entry.title = models::eventTypeText(hit.title);
    if (hit.target.kind == JumpKind::Invoice)
        entry.amount = hit.amount;
    else
        entry.status = models::statusFace(hit.status);
    const Location location{face.page, hit.target.id.toString(QUuid::WithoutBraces)};
    entry.choose = [&window = m_window, location] { window.goTo(location); };
    return entry;
}

QList<JumpSection> JumpEntries::found(const QList<core::JumpHit> &hits) const
{
    QList<JumpSection> sections;
    for (const core::JumpHit &hit : hits) {
        const QString title = tr(faceOf(hit.target.kind).heading);
        auto section = std::ranges::find(sections, title, &JumpSection::title);
        if (section == sections.end())
            section = sections.insert(sections.end(), {title, {}});
        section->entries.append(entryOf(hit));
    }
    if (!hits.isEmpty())
        sections.append(actionsOn(hits.first()));
    return sections;
}

JumpSection JumpEntries::actionsOn(const core::JumpHit &hit) const
{
    JumpSection section{tr("Actions on %1").arg(hit.title), {}};
    const auto add = [&](ActionId id, const QString &detail, std::function<void()> choose) {
        const ActionRow &row = actionRow(id);
        if (row.right > m_context.actions.right())
            return;
        JumpEntry entry{.title = m_context.actions[id]->text(), .detail = detail, .icon = row.icon};
        entry.choose = std::move(choose);
        section.entries.append(entry);
    };
    MainWindow *window = &m_window;
    Launcher *launcher = &m_launcher;
    const QUuid tenant = hit.tenantId;
    const QString stripeId = hit.stripeId;
    if (hit.target.kind == JumpKind::Tenant) {
        add(ActionId::ChangePlan, {}, [=] { launcher->changePlan(tenant, window); });
        add(ActionId::NewSubscription, {}, [=] { launcher->newSubscription(tenant, window); });
    }
    const bool isEnded = hit.status == "canceled"_L1 || hit.status == "incomplete_expired"_L1;
    if (hit.target.kind == JumpKind::Subscription && !isEnded && !tenant.isNull())
        add(ActionId::CancelSubscription, stripeId,
            [=] { launcher->cancelSubscription(tenant, stripeId, window); });
    const StripeLink link = stripeLink(stripeId, m_context.services);
    if (!link.page.isEmpty()) {
        add(ActionId::OpenInStripe, stripeId, [link] { QDesktopServices::openUrl(link.page); });
        section.entries.last().whyNot = link.whyNot;
    }
    return section;
}

JumpSection JumpEntries::recent(const QList<core::JumpHit> &hits) const
{
    JumpSection section{tr("Recent"), {}};
    for (const core::JumpHit &hit : hits)
        section.entries.append(entryOf(hit));
    return section;
}

JumpSection JumpEntries::pages(const QString &typed) const
{
    JumpSection section{tr("Pages"), {}};
    for (const PageFace &face : m_window.faces()) {
        if (!containsAll(face.title, typed))
            continue;
        JumpEntry entry{.title = face.title, .icon = face.icon};
        entry.choose = [&window = m_window, id = face.id] { window.goTo({id, {}}); };
        section.entries.append(entry);
    }
    return section;
}

JumpSection JumpEntries::actions(const QString &typed) const
{
    JumpSection section{tr("Actions"), {}};
    for (const ActionId id : everywhere) {
        QAction *action = m_context.actions[id];
        if (!containsAll(action->text(), typed))
            continue;
        JumpEntry entry{.title = action->text(),
                        .detail = action->shortcut().toString(QKeySequence::NativeText),
                        .icon = actionRow(id).icon};
        if (!action->isEnabled())
            entry.whyNot = action->toolTip();
        entry.choose = [action] { action->trigger(); };
        section.entries.append(entry);
    }
    return section;
}

QList<core::JumpTarget> JumpEntries::remembered() const
{
    QList<core::JumpTarget> targets;
    const QStringList texts = m_context.viewState.value(u"jump/recent"_s).toStringList();
    for (const QString &text : texts) {
        const QString word = text.section(u'/', 0, 0);
        const auto face =
            std::ranges::find_if(kindFaces, [&](const KindFace &row) { return row.page == word; });
        const QUuid id = QUuid::fromString(text.section(u'/', 1));
        if (face != kindFaces.end() && !id.isNull())
            targets.append({face->kind, id});
    }
    return targets;
}

void JumpEntries::remember(const core::JumpTarget &target) const
{
    QList<core::JumpTarget> targets = remembered();
    targets.removeAll(target);
    targets.prepend(target);
    QStringList texts;
    for (const core::JumpTarget &one : targets.first(std::min(targets.size(), mostRemembered)))
        texts.append(faceOf(one.kind).page + u'/' + one.id.toString(QUuid::WithoutBraces));
    m_context.viewState.setValue(u"jump/recent"_s, texts);
}

} // namespace ui
