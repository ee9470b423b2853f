/** It brings no types of its own. */
declare module 'doiuse' {
  import type { Plugin } from 'postcss';
  /** Reports each use of a feature that one of the browsers does not have. */
  export default function doiuse(options: {
    browsers: string[];
    onFeatureUsage: (usage: { feature: string; featureData: { missing?: string } }) => void;
  }): Plugin;
}
