// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

namespace ui {

class FieldRow;
class OptionCards;
class ViewState;

/// Light or dark, and the language.
class AppearanceCard : public Card
{
    Q_OBJECT

public:
    AppearanceCard(Theme &theme, ViewState &viewState, QWidget *parent = nullptr);

private:
    void buildTheme(Theme &theme, ViewState &viewState);
    void buildLanguage(const Theme &theme, ViewState &viewState);
};

} // namespace ui
