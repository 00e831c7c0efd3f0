import type { Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { quelTheme, THEMES, type CouleursOffice } from "./theme";

/** Le thème Fluent à employer ; suit les réglages du système quand ils changent. */
export function useTheme(): Theme {
  const sombre = useRequeteMedia("(prefers-color-scheme: dark)");
  const contraste = useRequeteMedia("(forced-colors: active)");
  return THEMES[quelTheme(couleursOffice(), sombre, contraste)];
}

/** Absent d'Excel sur le web, et de certaines versions de bureau, malgré les types. */
function couleursOffice(): CouleursOffice | undefined {
  if (typeof Office === "undefined") return undefined;
  const contexte: Partial<Office.Context> | undefined = Office.context;
  return contexte?.officeTheme;
}

function useRequeteMedia(requete: string): boolean {
  return useSyncExternalStore(
    (prevenir) => {
      const media = window.matchMedia(requete);
      media.addEventListener("change", prevenir);
      return () => media.removeEventListener("change", prevenir);
    },
    () => window.matchMedia(requete).matches
  );
}
