"""Those that report the news more often than they are in it."""

from __future__ import annotations

OUTLETS = frozenset(
    {"Reuters", "Associated Press", "Agence France-Presse", "Bloomberg", "Xinhua", "Tass", "TASS",
     "Interfax", "Al Jazeera", "CNN", "BBC", "NBC", "CBS", "ABC", "Fox News", "MSNBC", "Fox", "NPR",
     "PBS", "C-SPAN", "Sky News", "ITV", "New York Times", "Facebook", "Washington Post", "UPI",
     "Wall Street Journal", "Los Angeles Times", "USA Today", "Guardian", "Financial Times",
     "Daily Mail", "Economist", "Politico", "BuzzFeed", "Huffington Post", "Vox", "Axios", "Time",
     "Getty Images", "Twitter", "YouTube", "Instagram", "Daily Telegraph", "Independent",
     "CNBC", "RTE", "RTÉ", "ORF", "NDTV",
     "NHK", "Kyodo", "Yonhap", "Le Monde", "Der Spiegel", "Newsweek", "Atlantic", "New Yorker",
     "BBC News", "NBC News", "ABC News", "CBS News"}
)  # fmt: skip
