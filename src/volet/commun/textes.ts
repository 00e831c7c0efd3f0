import { makeStyles, tokens } from "@fluentui/react-components";

const petit = { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 };

/** L'échelle des textes du volet : trois tailles, deux graisses. */
export const useTextes = makeStyles({
  titre: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  grandTitre: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  corps: { margin: 0 },
  explication: { margin: 0, color: tokens.colorNeutralForeground2 },
  /** Tableaux et explications serrées. */
  petit: { margin: 0, ...petit },
  petiteExplication: { margin: 0, ...petit, color: tokens.colorNeutralForeground2 },
  /** Article de loi, unité, légende. */
  legende: { margin: 0, ...petit, color: tokens.colorNeutralForeground3 },
});
