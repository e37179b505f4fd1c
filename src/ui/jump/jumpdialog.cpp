// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jump/jumpdialog.h"

#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/jump/jumpdelegate.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/draw.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

constexpr int shadowReach = 24;
constexpr int dialogWidth = 640;
constexpr int listHeight = 338;
constexpr int fieldHeight = 56;
constexpr int fromTop = 120; ///< Below the window's upper edge.

/// A key's name in a little box.
class KeyCap : public TextLabel
{
public:
    KeyCap(const Theme &theme, const QString &key)
        : TextLabel(theme, key, {TextSize::Status, Weight::Medium, Role::Text2})
        , m_theme(theme)
    {
        setContentsMargins(6, 0, 6, 0);
        setFixedHeight(18);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        draw::box(painter, rect(), 4, m_theme.color(Role::Base), m_theme.color(Role::Border));
        painter.end();
        TextLabel::paintEvent(event);
    }

private:
    const Theme &m_theme;
};

/// What a key in the field does to the list.
struct ListKey
{
    int key;
    int step;
};
constexpr std::array listKeys{ListKey{Qt::Key_Down, 1}, ListKey{Qt::Key_Up, -1},
                              ListKey{Qt::Key_Tab, 1}, ListKey{Qt::Key_Backtab, -1}};

} // namespace

JumpDialog::JumpDialog(const PageContext &context, MainWindow &window, Launcher &launcher)
    : QDialog(&window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_context(context)
    , m_entries(context, window, launcher)
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_model(new JumpModel(this))
    , m_message(new TextLabel(context.theme, {}, {TextSize::Body, Weight::Regular, Role::Text2}))
{
    setObjectName(u"jumpDialog"_s);
    setWindowTitle(tr("Search or jump to"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_TranslucentBackground);
    build();
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &JumpDialog::search);
    connect(m_field, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_typing.start(text.isEmpty() ? 0ms : 120ms); });
    connect(m_list, &QListView::clicked, this, &JumpDialog::choose);
    m_field->installEventFilter(this);
    search();
}

void JumpDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(shadowReach, shadowReach, shadowReach, shadowReach);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(20, 0, 20, 0);
    head->setSpacing(12);
    m_field->setObjectName(u"jumpField"_s);
    m_field->setFrame(false);
    m_field->setFixedHeight(fieldHeight - 1);
    m_field->setFont(m_context.theme.font(TextSize::Panel));
    m_field->setPlaceholderText(tr("Name, e-mail, invoice number, amount or any id"));
    m_field->setAccessibleName(windowTitle());
    head->addWidget(new IconLabel(m_context.theme, "search"_L1, Role::Text2));
    head->addWidget(m_field, 1);
    head->addWidget(new KeyCap(m_context.theme, tr("Esc")));
    layout->addLayout(head);
    m_list->setObjectName(u"jumpList"_s);
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new JumpDelegate(m_context.theme, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(listHeight);
    m_list->viewport()->setAutoFillBackground(false);
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(8, 8, 8, 0);
    m_message->setObjectName(u"jumpMessage"_s);
    m_message->setContentsMargins(12, 8, 12, 8);
    m_message->hide();
    middle->addWidget(m_message);
    middle->addWidget(m_list);
    layout->addLayout(middle);
    buildFoot(layout);
    setFixedWidth(dialogWidth + 2 * shadowReach);
}

void JumpDialog::buildFoot(QVBoxLayout *layout)
{
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(20, 10, 20, 10);
    foot->setSpacing(8);
    const std::array<std::pair<QString, QString>, 2> keys{std::pair(u"↑ ↓"_s, tr("choose")),
                                                          std::pair(tr("Enter"), tr("open"))};
    for (const auto &[key, effect] : keys) {
        foot->addWidget(new KeyCap(m_context.theme, key));
        foot->addWidget(new TextLabel(m_context.theme, effect,
                                      {TextSize::Small, Weight::Regular, Role::Text2}));
        foot->addSpacing(10);
    }
    foot->addStretch();
    layout->addLayout(foot);
}

/// Pages and actions at once, objects when the database has answered.
void JumpDialog::search()
{
    m_typed = m_field->text().trimmed();
    const int asked = ++m_asked;
    const auto take = [this, asked](const core::Result<QList<core::JumpHit>> &hits) {
        if (asked == m_asked)
            this->take(hits);
    };
    services::JumpService &jump = m_context.services.jump;
    if (m_model->rowCount() == 0)
        showSections({m_entries.pages(m_typed), m_entries.actions(m_typed)});
    services::whenReady(m_typed.isEmpty() ? jump.read(m_entries.remembered()) : jump.find(m_typed),
                        this, take);
}

void JumpDialog::take(const core::Result<QList<core::JumpHit>> &hits)
{
    m_message->setVisible(!hits);
    if (!hits)
        m_message->setText(hits.error().message);
    QList<JumpSection> sections;
    const QList<core::JumpHit> found = hits.value_or(QList<core::JumpHit>());
    if (m_typed.isEmpty())
        sections.append(m_entries.recent(found));
    else
        sections.append(m_entries.found(found));
    sections.append(m_entries.pages(m_typed));
    sections.append(m_entries.actions(m_typed));
    showSections(sections);
    if (hits && m_model->rowCount() == 0) {
        m_message->setText(
            tr("Nothing found for “%1”. Try fewer letters, or an invoice's number.").arg(m_typed));
        m_message->show();
    }
}

void JumpDialog::showSections(const QList<JumpSection> &sections)
{
    m_model->setSections(sections);
    m_list->scrollToTop();
    select(m_model->nextRow(-1, 1));
}

void JumpDialog::select(int row)
{
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(row == m_model->nextRow(-1, 1) ? m_model->index(0) : index);
    // The keyboard stays in the field: it says what Enter would open.
    m_field->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
}

void JumpDialog::choose()
{
    const JumpEntry *chosen = m_model->entry(m_list->currentIndex());
    if (!chosen || !chosen->whyNot.isEmpty() || !chosen->choose)
        return;
    if (chosen->target)
        m_entries.remember(*chosen->target);
    // After this dialog: the next one stands over the window, not over what is closing.
    connect(this, &QDialog::finished, parentWidget(), chosen->choose, Qt::QueuedConnection);
    accept();
}

bool JumpDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    for (const ListKey &listKey : listKeys) {
        if (listKey.key == key) {
            select(m_model->nextRow(m_list->currentIndex().row(), listKey.step));
            return true;
        }
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void JumpDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    const QWidget *window = parentWidget()->window();
    const QPoint top = window->mapToGlobal(QPoint(window->width() / 2, fromTop - shadowReach));
    move(top - QPoint(width() / 2, 0));
    m_field->setFocus();
}

void JumpDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF card =
        QRectF(rect()).adjusted(shadowReach, shadowReach, -shadowReach, -shadowReach);
    const Theme &theme = m_context.theme;
    draw::shadow(painter, theme, card, 10, shadowReach - 5);
    draw::box(painter, card, 10, theme.color(Role::Raised),
              theme.isDark() ? theme.color(Role::Control) : QColor());
    const double foot = m_list->mapTo(this, QPoint(0, m_list->height())).y();
    for (const double y : {card.top() + fieldHeight - 1, foot})
        painter.fillRect(QRectF(card.left(), y, card.width(), 1), theme.color(Role::Border));
}

} // namespace ui
