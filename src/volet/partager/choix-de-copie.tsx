import { Field, Radio, RadioGroup, makeStyles, tokens } from "@fluentui/react-components";
import { typographier } from "../../redaction";
import { useTextes } from "../commun/textes";
import type { ModeDeCopie } from "./nom-de-copie";

const useStyles = makeStyles({
  choix: { alignItems: "stretch", gap: tokens.spacingVerticalS },
  carte: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ":has(:checked)": {
      outline: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
  pourQui: {
    display: "block",
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const CHOIX: readonly (readonly [ModeDeCopie, string, string])[] = [
  [
    "complement",
    "Pour un collègue qui a le complément",
    "Formules CMS conservées. Le volet s'ouvre avec le classeur.",
  ],
  [
    "natif",
    "Pour tous, formules ordinaires",
    "Un maire, un bailleur : se recalcule sans le complément, dans Excel 2016 et plus récent ou LibreOffice.",
  ],
  [
    "valeurs",
    "Pour tous, valeurs seulement",
    "Pour transmettre un état arrêté : plus rien ne se recalcule.",
  ],
];

interface Props {
  mode: ModeDeCopie;
  choisir: (mode: ModeDeCopie) => void;
}

/** Les trois copies, dites par ceux à qui elles servent. */
export function ChoixDeCopie({ mode, choisir }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  return (
    <Field
      label={{ children: typographier("Quelle copie ?"), className: textes.titre }}
      hint={typographier("Votre classeur n'est pas modifié : vous téléchargez une copie.")}
    >
      <RadioGroup
        className={styles.choix}
        value={mode}
        onChange={(_, { value }) => choisir(value as ModeDeCopie)}
      >
        {CHOIX.map(([valeur, pourQui, detail]) => (
          <Radio
            key={valeur}
            className={styles.carte}
            value={valeur}
            label={
              <>
                <span className={styles.pourQui}>{pourQui}</span>
                <span className={textes.petiteExplication}>{typographier(detail)}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
