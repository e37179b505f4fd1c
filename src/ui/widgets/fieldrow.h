// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

class IconLabel;
class LinkLabel;
class Paragraph;
class TextLabel;

/// One question of a form: label, a hint on the right, the editor, and below it what is wrong and
/// what to do. The label names the editor, the error becomes its accessible description.
/// `auto *mail = new FieldRow(theme, tr("Billing e-mail"), new QLineEdit);
///  mail->setError(tr("An address has an @ in it."));`
class FieldRow : public QWidget
{
    Q_OBJECT

public:
    FieldRow(const Theme &theme, const QString &label, QWidget *editor, QWidget *parent = nullptr);
    void setHint(const QString &hint); ///< "optional"
    [[nodiscard]] QWidget *editor() const { return m_editor; }
    /// An empty text takes the error away. `fix` is a ready answer: pressing it asks for
    /// fixRequested().
    void setError(const QString &text, const QString &fix = {});
    [[nodiscard]] bool hasError() const { return m_hasError; }
    [[nodiscard]] QString errorText() const;

Q_SIGNALS:
    void fixRequested();

private:
    void buildError(const Theme &theme, class QVBoxLayout *layout);

    QWidget *m_editor;
    TextLabel *m_label;
    TextLabel *m_hint;
    QWidget *m_errorLine;
    Paragraph *m_error;
    LinkLabel *m_fix;
    bool m_hasError = false;
};

} // namespace ui
