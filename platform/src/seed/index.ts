export { seedDemo, type Demo, type DemoMail } from './seed-demo.ts';
export { demoPassword, story } from './story.ts';
