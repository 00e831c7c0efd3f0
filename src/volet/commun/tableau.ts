import { makeStyles, tokens } from "@fluentui/react-components";

/** Un tableau serré : nombres à droite, filets entre les lignes. */
export const useTableau = makeStyles({
  tableau: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& th, & td": {
      padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      verticalAlign: "top",
      textAlign: "left",
      fontWeight: tokens.fontWeightRegular,
    },
    // À marquer sur les cellules de nombres.
    "& [data-nombre]": { textAlign: "right", whiteSpace: "nowrap" },
    "& th:first-child, & td:first-child": { paddingLeft: 0 },
    "& thead th": { color: tokens.colorNeutralForeground2, verticalAlign: "bottom" },
    "& tr + tr, & tbody": {
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
    "& tfoot": { borderTop: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}` },
    "& tfoot th, & tfoot td": { fontWeight: tokens.fontWeightSemibold },
  },
});
